import { prisma } from '#lib/db/client.ts'
import { holdUltraCartCalls, inUltraCartTurn } from '#lib/db/ultracart-turn.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { callUltraCart, type RestAnswer, type RestCall } from '#lib/ultracart/rest-client.ts'

/** Somebody waits in front of a screen. */
const PATIENCE_MS = 10_000
/** When UltraCart wants fewer calls and does not say for how long. */
const REST_MS = 60_000

type Question = Pick<RestCall, 'method' | 'path' | 'query' | 'body'> & {
  simpleKey: string
  /** What the key must be allowed to do, by UltraCart's name. */
  permission: string
}

/**
 * Makes one call for somebody who waits, within UltraCart's limits, and gives
 * its answer. Throws `AppError` with a sentence: `conflict` when the key or
 * the call was refused, `unavailable` when a later try may succeed.
 */
export async function askUltraCart(question: Question): Promise<Record<string, unknown>> {
  const { permission, ...call } = question
  const result = await inUltraCartTurn(
    () => callUltraCart({ ...call, baseUrl: env.ULTRACART_URL }),
    { patienceMs: PATIENCE_MS },
  )
  if (result.kind === 'wait')
    throw new AppError(
      'unavailable',
      'UltraCart allows no further call just now. Please try again later.',
    )
  return answerOf(result.value, permission)
}

async function answerOf(answer: RestAnswer, permission: string): Promise<Record<string, unknown>> {
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
      await holdUltraCartCalls(prisma(), new Date(Date.now() + (answer.retryAfterMs ?? REST_MS)))
      throw new AppError('unavailable', `${answer.reason} Please try again later.`)
    case 'unavailable':
      throw new AppError('unavailable', `${answer.reason} Please try again in a moment.`)
  }
}
