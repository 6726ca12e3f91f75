/** What a server action answers: the outcome, or a sentence that says why it was refused. */
export type DeedResult<Value> = { kind: 'done'; value: Value } | { kind: 'refused'; reason: string }
