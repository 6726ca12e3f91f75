import type { ReasonCode } from './transmission.ts'

/** How an order stands with ONTRAPORT: what became of its sale, or why none was told. */
export type OrderState =
  | 'relayed'
  | 'waiting'
  | 'failed'
  | 'unconfirmed'
  /** Only a refund of it was reported. */
  | 'unseen'
  | 'unpaid'
  | 'incomplete'
  | 'test-order'
  | 'rejected'
  | 'deleted'
  | 'before-start-date'
  | 'free-order'
  | 'pixel-method'
  | 'other-reason'

/** Why the two totals differ: an order that was not relayed is missing as a whole, one that was may differ in parts. */
export const DIFFERENCE_CAUSES = [
  'shipping-handling',
  'tax-left-out',
  'unpaid',
  'incomplete',
  'test-order',
  'rejected',
  'before-start-date',
  'free-order',
  'pixel-method',
  'unseen',
  'other-reason',
  'waiting',
  'failed',
  'unconfirmed',
  'deleted',
  'deleted-after-relay',
  'refund-waiting',
  'refund-failed',
  'refund-unconfirmed',
  'refund-left-out',
  'refund-without-sale',
] as const
export type DifferenceCause = (typeof DIFFERENCE_CAUSES)[number]

/** Which orders of a period are listed. */
export const ORDER_SELECTIONS = ['relayed', ...DIFFERENCE_CAUSES] as const
export type OrderSelection = (typeof ORDER_SELECTIONS)[number]

/** The states that a reason of the log stands for; every other reason is `other-reason`. */
export const STATE_OF_REASON: Partial<Record<ReasonCode, OrderState>> = {
  'stage-before-payment': 'unpaid',
  'payment-not-processed': 'unpaid',
  'missing-expansion': 'incomplete',
  'unknown-stage': 'incomplete',
  'test-order': 'test-order',
  'rejected-before-payment': 'rejected',
  'deleted-before-payment': 'deleted',
  'before-start-date': 'before-start-date',
  'free-order': 'free-order',
  'pixel-method': 'pixel-method',
}
