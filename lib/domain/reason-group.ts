import type { ReasonCode, TransmissionStatus } from './transmission.ts'

/** Transmissions that need attention for one and the same reason. */
export type ReasonGroup = {
  code: ReasonCode
  /** The sentence they share, when one code has several causes; else `null`. */
  text: string | null
  /** How many; `MOST_COUNTED` stands for that many or more. */
  count: number
  /** When the first and the last of them arrived; ISO 8601. */
  firstSeenAt: string
  lastSeenAt: string
}

/** Where counting a group stops. */
export const MOST_COUNTED = 1_000

/** The standings of what has not arrived and was not left out on purpose. */
export const ATTENTION_STATUSES = [
  'failed',
  'unconfirmed',
  'retrying',
  'held',
  'queued',
] as const satisfies readonly TransmissionStatus[]

/** Codes whose sentence says more than the code does: the answer, or what broke on the way. */
export const CODES_WITH_CAUSES = ['refused', 'unreachable', 'answer-lost'] as const

/** Why something may need attention, the reasons for which nothing goes out first. */
export const ATTENTION_CODES = [
  'connection-paused',
  'no-api-key',
  ...CODES_WITH_CAUSES,
  'restored',
  'sale-failed',
  'missing-expansion',
  'unknown-stage',
  'unknown-status',
  'stage-before-payment',
  'payment-not-processed',
] as const satisfies readonly ReasonCode[]

/** Whether it takes somebody; what waits for its payment goes on by itself once the buyer has paid. */
export function needsPerson({ code }: Pick<ReasonGroup, 'code'>): boolean {
  return code !== 'stage-before-payment' && code !== 'payment-not-processed'
}
