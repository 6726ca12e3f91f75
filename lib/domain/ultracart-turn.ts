/** Why a call to UltraCart has to wait. */
export type WaitReason = 'another-call' | 'asked-to-wait' | 'hourly-limit' | 'daily-limit'

export type TurnToWait = { kind: 'wait'; waitMs: number; why: WaitReason }

/** What came of asking for the turn to call UltraCart. */
export type TurnResult<Value> = { kind: 'done'; value: Value } | TurnToWait

/** Calls UltraCart one at a time and within its limits, for the whole installation. */
export type UltraCartTurn = {
  /** Runs the call when it may, waiting at most `patienceMs` for another one to end. */
  take: <Value>(
    call: () => Promise<Value>,
    options: { patienceMs: number },
  ) => Promise<TurnResult<Value>>
  /** Keeps everybody from calling until then: UltraCart asked for it. */
  hold: (until: Date) => Promise<void>
}
