import { expect, test } from 'vitest'
import { describeTransmission } from '#lib/domain/describe-event.ts'
import type { OrderSnapshot } from '#lib/domain/snapshot.ts'
import {
  aBuyer,
  anAffiliateSnapshot,
  anAutoOrderSnapshot,
  anOrderItem,
  anOrderSnapshot,
  someRefundedTotals,
} from '#tests/support/build-snapshot.ts'

function sale(overrides: Partial<OrderSnapshot>, isRebill = false): string {
  return describeTransmission({
    kind: 'order-paid',
    order: anOrderSnapshot({ orderId: 'DEMO-0009200417', ...overrides }),
    isRebill,
  })
}

function refund(refundedCents: number, isPartial: boolean): string {
  return describeTransmission({
    kind: 'order-refunded',
    order: anOrderSnapshot(),
    refunded: someRefundedTotals({ totalCents: refundedCents }),
    items: [],
    isPartial,
  })
}

test('a sale tells its order, items, total and buyer', () => {
  expect(sale({ items: [anOrderItem(), anOrderItem({ index: 2, quantity: 5 })] })).toBe(
    'Sale DEMO-0009200417: 2 items, 20.00 USD, Zoë Núñez-Łukasiewicz',
  )
})

test('a rebill says so', () => {
  expect(sale({}, true)).toBe('Rebill DEMO-0009200417: 1 item, 20.00 USD, Zoë Núñez-Łukasiewicz')
})

test('a kit counts once', () => {
  const items = [
    anOrderItem({ isKit: true }),
    anOrderItem({ index: 2, isKitComponent: true, parentIndex: 1 }),
  ]
  expect(sale({ items })).toContain(': 1 item,')
})

test('what did not arrive is left out', () => {
  expect(sale({ items: null, totals: null, buyer: null })).toBe('Sale DEMO-0009200417')
})

test('a buyer without a name goes by company or email', () => {
  const nameless = aBuyer({ firstName: '', lastName: '' })
  expect(sale({ buyer: { ...nameless, company: 'Café GmbH' } })).toMatch(/Café GmbH$/)
  expect(sale({ buyer: nameless })).toMatch(/zoe\.nunez@example\.com$/)
})

test('line breaks and control characters in a name do not reach the log', () => {
  expect(sale({ buyer: aBuyer({ firstName: 'Zoë\r\n\u0000', lastName: '\u0007N' }) })).toMatch(
    /, Zoë N$/,
  )
})

test('a partial refund tells its part and the order’s total', () => {
  expect(refund(1802, true)).toBe('Partial refund of 18.02 USD (order total 20.00 USD)')
})

test('a full refund tells its amount', () => {
  expect(refund(2000, false)).toBe('Full refund of 20.00 USD')
})

test('a refund of the rest tells that nothing is left', () => {
  expect(refund(198, false)).toBe(
    'Refund of 1.98 USD (order total 20.00 USD, now refunded in full)',
  )
})

test('an auto order tells its word', () => {
  const event = {
    kind: 'auto-order-status-changed',
    autoOrder: anAutoOrderSnapshot(),
    word: 'card declined',
  } as const
  expect(describeTransmission(event)).toBe('Auto order ZX81QLM2P4: card declined')
})

test('an auto order without a word tells its status', () => {
  const event = {
    kind: 'auto-order-status-changed',
    autoOrder: anAutoOrderSnapshot({ status: 'merged' }),
    word: null,
  } as const
  expect(describeTransmission(event)).toBe('Auto order ZX81QLM2P4: merged')
})

const NAMELESS = { firstName: '', lastName: '', company: '', email: '' }

test.each([
  ['affiliate-joined', {}, 'Affiliate 204931 joined, not approved: Anaïs D’Almeida'],
  ['affiliate-joined', { isApproved: true }, 'Affiliate 204931 joined, approved: Anaïs D’Almeida'],
  [
    'affiliate-approval-changed',
    { isApproved: true },
    'Affiliate 204931 now approved: Anaïs D’Almeida',
  ],
  ['affiliate-approval-changed', {}, 'Affiliate 204931 now not approved: Anaïs D’Almeida'],
  ['affiliate-joined', NAMELESS, 'Affiliate 204931 joined, not approved'],
] as const)('%s with %j', (kind, overrides, description) => {
  const affiliate = anAffiliateSnapshot(overrides)
  expect(describeTransmission({ kind, affiliate })).toBe(description)
})
