import type { Outcome } from '#lib/domain/transmission.ts'
import type { Answer } from '#lib/ontraport/answer.ts'
import { judgeAnswer } from '#lib/ontraport/judge-answer.ts'
import { handOverByApi } from './hand-over-by-api.ts'
import type { Handing } from './handing.ts'
import { isByCalls, type SendLimits, sendTo } from './target.ts'

/** What came of a message, with the answer that decided it; `null` when no call could be made. */
export type HandedOver = { outcome: Outcome; answer: Answer | null }

/** Hands a message over by the connection's way: as one document, or as calls of ONTRAPORT's API. */
export async function handOver(handing: Handing, limits: SendLimits): Promise<HandedOver> {
  const { connection, request } = handing
  const { target, rules } = connection
  if (isByCalls(target)) return handOverByApi(handing, target, limits)
  const answer = await sendTo(target, request, rules, limits)
  return { answer, outcome: judgeAnswer(answer, rules) }
}
