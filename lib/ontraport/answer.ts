/** What became of one call to the receiver, as far as we could see. */
export type Answer = AnsweredCall | NotConnectedCall | AnswerLostCall

/** A complete answer head arrived. `isTruncated` when the body is only its beginning. */
export type AnsweredCall = {
  kind: 'answered'
  status: number
  headers: Record<string, string>
  body: string
  isTruncated: boolean
}

/** Nothing of the message can have left. */
export type NotConnectedCall = { kind: 'not-connected'; reason: string }

/** The message left, at least in part, and no complete answer head came back. */
export type AnswerLostCall = { kind: 'answer-lost'; reason: string }
