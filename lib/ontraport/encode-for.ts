import type { Way } from '#lib/domain/connection.ts'
import type { Message } from '#lib/domain/message.ts'
import { DEFAULT_RELAY_RULES, type RelayRules } from '#lib/domain/relay-rules.ts'
import { DIALECT, encodeMessage } from './encode-message.ts'
import { REST_DIALECT, writePlan } from './rest/plan.ts'
import { planMessage } from './rest/plan-message.ts'

/** The text that a message goes out as: a document for the receiver, a plan of calls for the API. */
export function encodeFor(
  way: Way,
  message: Message,
  { rest }: Pick<RelayRules, 'rest'> = DEFAULT_RELAY_RULES,
): { request: string; dialect: string } {
  if (way === 'rest')
    return { request: writePlan(planMessage(message, rest)), dialect: REST_DIALECT }
  return { request: encodeMessage(message).xml, dialect: DIALECT }
}

export function dialectOf(way: Way): string {
  return way === 'rest' ? REST_DIALECT : DIALECT
}
