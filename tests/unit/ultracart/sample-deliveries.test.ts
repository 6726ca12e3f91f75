import { describe, expect, test } from 'vitest'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import { sampleDeliveries } from '#lib/ultracart/sample-store/sample-deliveries.ts'

const now = new Date('2026-11-25T12:00:00.400Z')

function snapshots(notBefore: Date | null) {
  return sampleDeliveries({ merchantId: 'DEMO', now, notBefore })
    .flatMap((delivery) => readDelivery(Buffer.from(JSON.stringify(delivery)), 'DEMO'))
    .map((event) => (event.kind === 'snapshot' ? event.snapshot : event))
}

function orders(notBefore: Date | null = null) {
  return snapshots(notBefore).flatMap((snapshot) => (snapshot.kind === 'order' ? [snapshot] : []))
}

describe('the deliveries of the sample store', () => {
  test('are all read, and none is ignored', () => {
    expect(new Set(snapshots(null).map((one) => one.kind))).toEqual(
      new Set(['item', 'order', 'auto-order']),
    )
  })

  test('are of the last two hours, and none is later than the next full second', () => {
    const times = orders().map((order) => Date.parse(order.createdAt ?? ''))
    expect(Math.min(...times)).toBeGreaterThan(now.getTime() - 2 * 3_600_000)
    expect(Math.max(...times)).toBeLessThan(now.getTime() + 1_000)
  })

  test('are never from before the start date, to the millisecond', () => {
    const start = new Date(now.getTime() - 300)
    for (const order of orders(start))
      expect(Date.parse(order.createdAt ?? '')).toBeGreaterThanOrEqual(start.getTime())
  })

  test('add up: subtotal, tax and shipping are the total', () => {
    for (const { totals, items } of orders()) {
      const lines = (items ?? []).reduce((sum, item) => sum + (item.discountedTotalCents ?? 0), 0)
      const { subtotalCents, taxCents, shippingHandlingCents, totalCents } = totals ?? {}
      expect(subtotalCents).toBe(lines)
      expect(totalCents).toBe(lines + (taxCents ?? 0) + (shippingHandlingCents ?? 0))
    }
  })

  test('have ids of their own for every second', () => {
    const later = sampleDeliveries({
      merchantId: 'DEMO',
      now: new Date(now.getTime() + 1_000),
      notBefore: null,
    })
    const text = JSON.stringify(later)
    for (const order of orders()) expect(text).not.toContain(order.orderId)
  })
})
