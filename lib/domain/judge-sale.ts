import { isPostback } from './is-postback.ts'
import { missingOrderParts } from './missing-expansions.ts'
import type { RelayRules } from './relay-rules.ts'
import type { OrderSnapshot } from './snapshot.ts'
import type { Reason } from './transmission.ts'

export type SaleJudgement =
  | { kind: 'due' }
  | { kind: 'held'; reason: Reason }
  | { kind: 'skipped'; reason: Reason }

/**
 * Whether an order as it stands is a sale to tell: money has moved (payment
 * processed, stage past payment) and no rule of the merchant speaks against it.
 */
export function judgeSale(order: OrderSnapshot, rules: RelayRules): SaleJudgement {
  return (
    judgeByRules(order, rules) ??
    judgeByExpansions(order) ??
    judgeByStage(order) ??
    judgeByPayment(order, rules)
  )
}

/** True when money has been collected for the order, even if some of it went back since. */
export function isPaid(order: OrderSnapshot): boolean {
  const status = order.payment?.status.toLowerCase()
  return status === 'processed' || status === 'refunded' || status === 'skipped'
}

function judgeByRules(order: OrderSnapshot, rules: RelayRules): SaleJudgement | null {
  if (isBefore(order.createdAt, rules.startDate))
    return skipped('before-start-date', `Placed before the start date (${day(rules.startDate)})`)
  if (order.eventName === 'order_delete')
    return skipped('deleted-before-payment', 'Deleted in UltraCart before it was relayed')
  if (isStage(order, 'Rejected'))
    return skipped(
      'rejected-before-payment',
      isPaid(order)
        ? 'Rejected in UltraCart before it was relayed'
        : 'Rejected in UltraCart before payment',
    )
  if (order.payment?.isTestOrder && rules.testOrders === 'skip')
    return skipped('test-order', 'Test order; the relay rules skip these')
  if (isFree(order) && rules.freeOrders === 'skip')
    return skipped('free-order', 'Order of 0.00; the relay rules skip these')
  return null
}

function judgeByExpansions(order: OrderSnapshot): SaleJudgement | null {
  const missing = missingOrderParts(order)
  if (missing.length === 0) return null
  const names = missing.join(', ')
  const these = missing.length === 1 ? 'this expansion' : 'these expansions'
  return held(
    'missing-expansion',
    isPostback(order)
      ? `UltraCart's XML Postback did not include ${names}`
      : `UltraCart's webhook did not include ${names}; add ${these} to its events, as listed on the Integration page`,
  )
}

function judgeByStage(order: OrderSnapshot): SaleJudgement | null {
  if (PAST_PAYMENT.has(order.stage.toLowerCase())) return null
  if (BEFORE_PAYMENT.has(order.stage.toLowerCase()))
    return held('stage-before-payment', `Waiting for payment: the order is in ${order.stage}`)
  return held(
    'unknown-stage',
    order.stage === ''
      ? 'Waiting: UltraCart did not say which stage the order is in'
      : `Waiting: UltraCart says the order is in "${order.stage}", a stage this program does not know`,
  )
}

function judgeByPayment(order: OrderSnapshot, rules: RelayRules): SaleJudgement {
  if (isPaid(order)) return { kind: 'due' }
  if (isFree(order) && rules.freeOrders === 'send' && !isStage(order, 'Hold'))
    return { kind: 'due' }
  const status = order.payment?.status || 'not stated'
  return held(
    'payment-not-processed',
    `Waiting for payment: UltraCart says the payment is ${status}, the order is in ${order.stage}`,
  )
}

/** Stages in which an order is past payment, as UltraCart spells them, lower case. */
const PAST_PAYMENT = new Set([
  'shipping department',
  'completed order',
  'least cost routing',
  'advanced order routing',
  'hold',
])

const BEFORE_PAYMENT = new Set([
  'accounts receivable',
  'pending clearance',
  'fraud review',
  'quote request',
  'quote sent',
  'pre-ordered',
])

function isStage(order: OrderSnapshot, stage: string): boolean {
  return order.stage.toLowerCase() === stage.toLowerCase()
}

function isFree(order: OrderSnapshot): boolean {
  return order.totals?.totalCents === 0
}

/** UltraCart's times have whole seconds, so an order of the start date's own second is not before it. */
function isBefore(createdAt: string | null, startDate: string | null): boolean {
  if (createdAt === null || startDate === null) return false
  const startSecond = Math.floor(Date.parse(startDate) / 1_000)
  return Date.parse(createdAt) / 1_000 < startSecond
}

function day(startDate: string | null): string {
  return startDate?.slice(0, 10) ?? ''
}

function held(code: Reason['code'], text: string): SaleJudgement {
  return { kind: 'held', reason: { code, text } }
}

function skipped(code: Reason['code'], text: string): SaleJudgement {
  return { kind: 'skipped', reason: { code, text } }
}
