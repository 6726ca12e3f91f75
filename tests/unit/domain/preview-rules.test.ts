import { expect, test } from 'vitest'
import { describeTrial, listTrials, type RuleHistory } from '#lib/domain/preview-rules.ts'
import { DEFAULT_RELAY_RULES, type RelayRules } from '#lib/domain/relay-rules.ts'
import {
  anAutoOrderSnapshot,
  anOrderItem,
  anOrderSnapshot,
  someRefundedTotals,
} from '#tests/support/build-snapshot.ts'

const payment = {
  status: 'Processed',
  method: 'Credit Card',
  paidAt: null,
  isTestOrder: true,
  surchargeCents: 0,
}
const order = anOrderSnapshot()
const testOrder = anOrderSnapshot({ payment })
const kitOrder = anOrderSnapshot({
  items: [
    anOrderItem({ itemId: 'KIT', isKit: true }),
    anOrderItem({ index: 2, itemId: 'PART', isKitComponent: true, parentIndex: 1 }),
  ],
})
const refund = (isPartial: boolean) => ({
  kind: 'order-refunded' as const,
  order,
  refunded: someRefundedTotals({ totalCents: 500 }),
  items: [],
  isPartial,
})

const history: RuleHistory = {
  orders: [order, testOrder, kitOrder],
  refunds: [refund(true), refund(false)],
  autoOrders: [
    anAutoOrderSnapshot({ status: 'merged' }),
    anAutoOrderSnapshot({ isCompleted: true }),
    anAutoOrderSnapshot(),
  ],
}

const trials = listTrials(history)
const change = (changed: Partial<RelayRules>) => ({
  before: DEFAULT_RELAY_RULES,
  after: { ...DEFAULT_RELAY_RULES, ...changed },
})

test('orders that would be sent are counted', () => {
  expect(describeTrial(trials.orders, change({ testOrders: 'send' }))).toBe(
    'Of the last 3 orders, 1 would be sent instead of skipped.',
  )
})

test('a change that changes nothing says so', () => {
  expect(describeTrial(trials.orders, change({ freeOrders: 'skip' }))).toBe(
    'None of the last 3 orders would be treated otherwise.',
  )
})

test('a store without any says that there is nothing to try it on', () => {
  const none = listTrials({ orders: [], refunds: [], autoOrders: [] })
  expect(describeTrial(none.refunds, change({ partialRefunds: 'full-only' }))).toBe(
    'There are no refunds yet to try this on.',
  )
})

test('partial refunds that would be left out are counted', () => {
  expect(describeTrial(trials.refunds, change({ partialRefunds: 'full-only' }))).toBe(
    'Of the last 2 refunds, 1 would be left out instead of sent.',
  )
})

test('auto orders are counted by what they would be told as', () => {
  const rules = change({ mergedAutoOrders: 'cancelled', completedAutoOrders: 'silent' })
  expect(describeTrial(trials.autoOrders, rules)).toBe(
    'Of the last 3 auto-order changes, 1 would be told as “cancelled” instead of left untold, 1 would be left untold instead of told as “terminated”.',
  )
})

test('orders with a kit are counted by what they would carry', () => {
  expect(describeTrial(trials.kits, change({ kitComponents: 'send' }))).toBe(
    'Of the last 3 orders, 1 would be sent with the components of its kit instead of sent with its kit alone.',
  )
})
