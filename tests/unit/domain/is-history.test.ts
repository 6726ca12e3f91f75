import { expect, test } from 'vitest'
import { isHistory } from '#lib/domain/is-history.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import { anOrderSnapshot } from '#tests/support/build-snapshot.ts'

const PAID_AT = '2026-05-12T18:07:39.000Z'
const paid = { kind: 'order-paid', order: anOrderSnapshot(), isRebill: false } as const

const hoursAfter = (hours: number) => new Date(Date.parse(PAID_AT) + hours * 3_600_000)

test('a sale that was paid more than a day before it is told is history', () => {
  expect(isHistory(paid, hoursAfter(23))).toBe(false)
  expect(isHistory(paid, hoursAfter(25))).toBe(true)
})

test('an old order that was paid just now is news', () => {
  const order = anOrderSnapshot({ createdAt: '2026-01-01T00:00:00.000Z' })
  expect(isHistory({ ...paid, order }, hoursAfter(1))).toBe(false)
})

test('without a time of payment the time of the order counts, and without both it is news', () => {
  const order = anOrderSnapshot({ payment: null })
  expect(isHistory({ ...paid, order }, hoursAfter(25))).toBe(true)
  expect(isHistory({ ...paid, order: { ...order, createdAt: null } }, hoursAfter(25))).toBe(false)
})

test('a refund counts from when it was made', () => {
  const order = anOrderSnapshot()
  const refunded = order.totals?.refunded
  if (refunded === undefined) throw new Error('The order has no totals.')
  const madeAt = (refundedAt: string | null): StoreEvent => ({
    kind: 'order-refunded',
    order: anOrderSnapshot({ refund: { ...order.refund, refundedAt } }),
    refunded,
    items: [],
    isPartial: false,
  })
  expect(isHistory(madeAt(PAID_AT), hoursAfter(25))).toBe(true)
  expect(isHistory(madeAt(hoursAfter(24).toISOString()), hoursAfter(25))).toBe(false)
  expect(isHistory(madeAt(null), hoursAfter(25))).toBe(false)
})
