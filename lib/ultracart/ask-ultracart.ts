import type { UltraCartTurn } from '#lib/domain/ultracart-turn.ts'
import { AppError } from '#lib/errors.ts'
import { callUltraCart, type RestAnswer, type RestCall } from './rest-client.ts'

/** Somebody waits in front of a screen. */
const PATIENCE_MS = 10_000
/** When UltraCart wants fewer calls and does not say for how long. */
const REST_MS = 60_000

export type Question = Pick<RestCall, 'method' | 'path' | 'query' | 'body'> & {
  /** What the key must be allowed to do, by UltraCart's name. */
  permission: string
}

/**
 * Makes one call for somebody who waits and gives its answer. Throws `AppError`
 * with a sentence: `conflict` when the key or the call was refused,
 * `unavailable` when a later try may succeed.
 */
export type AskUltraCart = (question: Question) => Promise<Record<string, unknown>>

/** Asks by one store's key, within UltraCart's limits. */
export function askerFor({
  baseUrl,
  simpleKey,
  turn,
}: Pick<RestCall, 'baseUrl' | 'simpleKey'> & { turn: UltraCartTurn }): AskUltraCart {
  return async ({ permission, ...call }) => {
    const result = await turn.take(() => callUltraCart({ ...call, baseUrl, simpleKey }), {
      patienceMs: PATIENCE_MS,
    })
    if (result.kind === 'wait')
      throw new AppError(
        'unavailable',
        'UltraCart allows no further call just now. Please try again later.',
      )
    return bodyOf(result.value, permission, turn)
  }
}

async function bodyOf(
  answer: RestAnswer,
  permission: string,
  turn: UltraCartTurn,
): Promise<Record<string, unknown>> {
  switch (answer.kind) {
    case 'answered':
      return answer.body
    case 'refused':
      throw new AppError(
        'conflict',
        answer.isCredentialFault
          ? `${answer.reason} Check in UltraCart that this key is still there and has the permission ${permission}.`
          : answer.reason,
      )
    case 'throttled':
      await turn.hold(new Date(Date.now() + (answer.retryAfterMs ?? REST_MS)))
      throw new AppError('unavailable', `${answer.reason} Please try again later.`)
    case 'unavailable':
      throw new AppError('unavailable', `${answer.reason} Please try again in a moment.`)
  }
}
