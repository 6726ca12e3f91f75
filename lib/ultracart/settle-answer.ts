import { nextSyncDelay } from '#lib/domain/item-sync.ts'
import type { TurnResult, UltraCartTurn, WaitReason } from '#lib/domain/ultracart-turn.ts'
import type { RestAnswer } from './rest-client.ts'

export type Wait = {
  until: Date
  message: string
  /** The call was made, in vain. */
  isFault: boolean
}

/** What a run that fetches page by page does next. */
export type RunSteps = {
  /** Tries of the present page that came to nothing so far. */
  failedTries: number
  turn: Pick<UltraCartTurn, 'hold'>
  keep: (body: Record<string, unknown>) => Promise<void>
  delay: (wait: Wait) => Promise<void>
  fail: (message: string) => Promise<void>
}

/** Goes on with a run by what came of its call: keeps the page, waits, or gives up with a sentence. */
export async function settleAnswer(result: TurnResult<RestAnswer>, steps: RunSteps): Promise<void> {
  if (result.kind === 'wait')
    return steps.delay({
      until: new Date(Date.now() + result.waitMs),
      message: WAIT_WORDS[result.why],
      isFault: false,
    })
  const answer = result.value
  switch (answer.kind) {
    case 'answered':
      return steps.keep(answer.body)
    case 'refused':
      return steps.fail(answer.reason)
    case 'throttled':
      return tryAgain(steps, answer.reason, { askedMs: answer.retryAfterMs, isForAll: true })
    case 'unavailable':
      return tryAgain(steps, answer.reason, { askedMs: null, isForAll: false })
  }
}

const WAIT_WORDS: Record<WaitReason, string> = {
  'another-call': 'Waits for another call to UltraCart to end.',
  'asked-to-wait': 'UltraCart wants fewer calls for a while; this goes on by itself.',
  'hourly-limit': 'UltraCart allows 1,000 calls an hour; this goes on by itself.',
  'daily-limit': 'UltraCart allows 10,000 calls a day; this goes on by itself.',
}

async function tryAgain(
  steps: RunSteps,
  reason: string,
  { askedMs, isForAll }: { askedMs: number | null; isForAll: boolean },
): Promise<void> {
  const next = nextSyncDelay(steps.failedTries + 1, askedMs)
  if (next.kind === 'give-up') return steps.fail(reason)
  const until = new Date(Date.now() + next.delayMs)
  if (isForAll) await steps.turn.hold(until)
  await steps.delay({ until, message: reason, isFault: true })
}
