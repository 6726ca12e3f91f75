import { describe, expect, test } from 'vitest'
import { judgeSale } from '#lib/domain/judge-sale.ts'
import { DEFAULT_RELAY_RULES, type RelayRules } from '#lib/domain/relay-rules.ts'
import type { OrderSnapshot, Payment } from '#lib/domain/snapshot.ts'
import { anOrderSnapshot } from '#tests/support/build-snapshot.ts'

const paid = anOrderSnapshot()

function withPayment(overrides: Partial<Payment>): Partial<OrderSnapshot> {
  return { payment: paid.payment === null ? null : { ...paid.payment, ...overrides } }
}

const free: Partial<OrderSnapshot> = {
  totals: paid.totals === null ? null : { ...paid.totals, totalCents: 0 },
  ...withPayment({ status: 'Unprocessed' }),
}

function judge(overrides: Partial<OrderSnapshot>, rules: Partial<RelayRules> = {}) {
  const verdict = judgeSale({ ...paid, ...overrides }, { ...DEFAULT_RELAY_RULES, ...rules })
  return verdict.kind === 'due' ? 'due' : `${verdict.kind}: ${verdict.reason.code}`
}

describe('a sale is due once money has moved', () => {
  test.each([
    'Shipping Department',
    'Completed Order',
    'Least Cost Routing',
    'Advanced Order Routing',
    'Hold',
    'SHIPPING DEPARTMENT',
  ])('paid, in %s: due', (stage) => expect(judge({ stage })).toBe('due'))

  test.each([
    'Accounts Receivable',
    'Pending Clearance',
    'Fraud Review',
    'Quote Request',
    'Quote Sent',
    'Pre-ordered',
  ])('in %s: held', (stage) => expect(judge({ stage })).toBe('held: stage-before-payment'))

  test.each(['Unprocessed', 'Authorized', 'Capture Failed', 'Declined', 'Voided', ''])(
    'payment "%s": held',
    (status) => expect(judge(withPayment({ status }))).toBe('held: payment-not-processed'),
  )

  test('a hold without a payment is held', () => {
    expect(judge({ stage: 'Hold', ...withPayment({ status: 'Unprocessed' }) })).toBe(
      'held: payment-not-processed',
    )
  })

  test('a stage that nobody knows is held, never guessed', () => {
    expect(judge({ stage: 'Robot Review' })).toBe('held: unknown-stage')
    expect(judge({ stage: '' })).toBe('held: unknown-stage')
  })

  test.each(['buyer', 'items', 'payment', 'totals'])('without its %s: held', (part) => {
    expect(judge({ [part]: null })).toBe('held: missing-expansion')
  })

  test('rejected or deleted before payment: skipped', () => {
    expect(judge({ stage: 'Rejected' })).toBe('skipped: rejected-before-payment')
    expect(judge({ eventName: 'order_delete' })).toBe('skipped: deleted-before-payment')
  })
})

describe('the merchant’s rules', () => {
  test('test orders', () => {
    expect(judge(withPayment({ isTestOrder: true }))).toBe('skipped: test-order')
    expect(judge(withPayment({ isTestOrder: true }), { testOrders: 'send' })).toBe('due')
  })

  test('orders of 0.00 need no payment', () => {
    expect(judge(free)).toBe('due')
    expect(judge(free, { freeOrders: 'skip' })).toBe('skipped: free-order')
    expect(judge({ ...free, stage: 'Accounts Receivable' })).toBe('held: stage-before-payment')
  })

  test('an order from before the start date tells nothing, one at that moment does', () => {
    const createdAt = '2026-11-01T12:00:00.000Z'
    expect(judge({ createdAt }, { startDate: '2026-11-01T12:00:01.000Z' })).toBe(
      'skipped: before-start-date',
    )
    expect(judge({ createdAt }, { startDate: '2026-11-01T12:00:00.999Z' })).toBe('due')
    expect(judge({ createdAt }, { startDate: createdAt })).toBe('due')
    expect(judge({ createdAt: null }, { startDate: createdAt })).toBe('due')
  })
})
