import { describe, expect, test } from 'vitest'
import { mergeAutoOrder } from '#lib/domain/merge-auto-order.ts'
import { mergeOrder } from '#lib/domain/merge-order.ts'
import type { AutoOrderOriginal, OrderSnapshot } from '#lib/domain/snapshot.ts'
import {
  aBuyer,
  anAutoOrderItem,
  anAutoOrderSnapshot,
  anOrderItem,
  anOrderSnapshot,
  someRefundedTotals,
} from '#tests/support/build-snapshot.ts'

const refunded = (totalCents: number, overrides: Partial<OrderSnapshot> = {}) => {
  const order = anOrderSnapshot(overrides)
  const totals = order.totals && { ...order.totals, refunded: someRefundedTotals({ totalCents }) }
  return { ...order, totals }
}
const posted = { eventName: 'xml_order' }

test('a snapshot without amounts does not change the currency', () => {
  const known = anOrderSnapshot({ currency: 'EUR' })
  const bare = anOrderSnapshot({ totals: null, items: null, currency: 'USD' })
  expect(mergeOrder(known, bare)).toMatchObject({ currency: 'EUR', totals: known.totals })
})

describe('a postback after a webhook', () => {
  const known = anOrderSnapshot({
    buyer: aBuyer({ cellPhone: '408-555-0199', title: 'Dr.' }),
    items: [anOrderItem({ autoOrderSchedule: 'Monthly', isKit: true, parentIndex: 2 })],
  })

  test('adds what is new and takes nothing away that it cannot say', () => {
    const incoming = anOrderSnapshot({
      ...posted,
      buyer: aBuyer({ title: 'Prof.' }),
      items: [anOrderItem({ description: 'Renamed' })],
      stage: 'Completed Order',
    })
    expect(mergeOrder(known, incoming)).toMatchObject({
      stage: 'Completed Order',
      buyer: { title: 'Prof.', cellPhone: '408-555-0199' },
      items: [
        { description: 'Renamed', autoOrderSchedule: 'Monthly', isKit: true, parentIndex: 2 },
      ],
    })
  })

  test('is not believed about amounts in another currency', () => {
    const incoming = refunded(900, { ...posted, currency: 'EUR' })
    expect(mergeOrder(known, incoming)).toMatchObject({ currency: 'USD', totals: known.totals })
  })

  test('is believed about amounts of which nothing was known', () => {
    const bare = anOrderSnapshot({ totals: null, items: null })
    expect(mergeOrder(bare, anOrderSnapshot({ ...posted, currency: 'EUR' }))).toMatchObject({
      currency: 'EUR',
      totals: { totalCents: 2000 },
    })
  })
})

describe('the refunded total', () => {
  const merged = (known: OrderSnapshot, incoming: OrderSnapshot) =>
    mergeOrder(known, incoming).totals?.refunded.totalCents

  test.each([
    ['a webhook', {}, 'a postback', posted],
    ['a postback', posted, 'a webhook', {}],
  ])('of %s does not grow by a cent that %s rounds otherwise', (_, first, __, second) => {
    expect(merged(refunded(1000, first), refunded(1001, second))).toBe(1000)
    expect(merged(refunded(1000, first), refunded(1002, second))).toBe(1002)
    expect(merged(refunded(0, first), refunded(1, second))).toBe(1)
  })

  test('among webhooks grows by every cent', () => {
    expect(merged(refunded(1000), refunded(1001))).toBe(1001)
  })
})

describe('an auto order by postback after a webhook', () => {
  const original = (overrides: Partial<AutoOrderOriginal>): AutoOrderOriginal => ({
    orderId: 'DEMO-0001',
    createdAt: null,
    currency: 'USD',
    buyer: null,
    items: null,
    checkout: null,
    ...overrides,
  })
  const incoming = anAutoOrderSnapshot({
    eventName: 'xml_auto_order',
    autoOrderOid: null,
    items: [anAutoOrderItem({ frequency: '', arbitraryUnitCostCents: 2500 })],
    originalOrder: original({
      buyer: aBuyer({ email: 'new@example.com', dayPhone: '' }),
      items: [anOrderItem({ unitCostCents: 100 })],
    }),
  })

  test('keeps what the postback does not say', () => {
    expect(mergeAutoOrder(anAutoOrderSnapshot(), incoming)).toMatchObject({
      autoOrderOid: 5512034,
      items: [{ frequency: 'Monthly', arbitraryUnitCostCents: 2500 }],
      originalOrder: {
        createdAt: '2026-05-12T18:07:36.000Z',
        buyer: { email: 'new@example.com', dayPhone: '408-555-0147' },
        items: [{ unitCostCents: 2000 }],
      },
    })
  })

  test('keeps its amounts when they are in another currency than the postback’s are read in', () => {
    const inYen = anAutoOrderSnapshot({ originalOrder: original({ currency: 'JPY' }) })
    expect(mergeAutoOrder(inYen, incoming)).toMatchObject({
      items: [{ arbitraryUnitCostCents: null }],
      originalOrder: { currency: 'JPY', buyer: { email: 'new@example.com' } },
    })
  })

  test('is taken whole when nothing was known', () => {
    expect(mergeAutoOrder(null, incoming)).toBe(incoming)
    const bare = anAutoOrderSnapshot({ items: null, originalOrder: null })
    expect(mergeAutoOrder(bare, incoming)).toMatchObject({
      items: incoming.items,
      originalOrder: incoming.originalOrder,
    })
  })
})
