import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDecimal } from '#lib/domain/money.ts'
import { netLines } from '#lib/domain/net-lines.ts'
import { shareOut } from '#lib/domain/share-out.ts'
import { anOrderItem, anOrderSnapshot } from '#tests/support/build-snapshot.ts'

const MOST = 100_000_000

function anyOrder() {
  return fc
    .record({
      lines: fc.array(
        fc.record({
          quantity: fc.oneof(
            fc.integer({ min: 1, max: 500 }),
            fc.double({ min: 0.1, max: 9, noNaN: true }),
          ),
          discountedTotalCents: fc.option(fc.nat({ max: MOST })),
          unitCostCents: fc.option(fc.nat({ max: 1_000_000 })),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      totalCents: fc.nat({ max: MOST }),
      shipping: fc.nat({ max: 50_000 }),
      shippingDiscount: fc.nat({ max: 50_000 }),
      taxCents: fc.nat({ max: 500_000 }),
      currency: fc.constantFrom('USD', 'JPY', 'KWD', 'CLF'),
    })
    .map((one) => {
      const order = anOrderSnapshot({
        currency: one.currency,
        totals: {
          subtotalCents: null,
          subtotalDiscountCents: null,
          taxCents: one.taxCents,
          shippingHandlingCents: one.shipping,
          shippingHandlingDiscountCents: one.shippingDiscount,
          totalCents: one.totalCents,
          refunded: {
            totalCents: 0,
            subtotalCents: 0,
            subtotalDiscountCents: 0,
            taxCents: 0,
            shippingHandlingCents: 0,
            otherCents: 0,
          },
        },
      })
      const lines = one.lines.map((line, index) => ({
        name: `Product ${index}`,
        item: { ...anOrderItem(), discountedUnitCostCents: null, ...line },
      }))
      return { order, lines, given: one }
    })
}

const sumOf = (lines: ReturnType<typeof netLines>) =>
  lines.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0)

test('with shipping and tax in the price or as lines, quantities times prices are the order’s total to the minor unit', () => {
  fc.assert(
    fc.property(anyOrder(), fc.constantFrom('in-price', 'own-line'), ({ order, lines }, rule) => {
      const told = netLines(order, lines, { shippingAndTax: rule as 'in-price' | 'own-line' })
      expect(sumOf(told)).toBe(order.totals?.totalCents)
    }),
  )
})

test('with shipping and tax left out, the sum is the total less both, and never below nothing', () => {
  fc.assert(
    fc.property(anyOrder(), ({ order, lines, given }) => {
      const extras = Math.max(0, given.shipping - given.shippingDiscount) + given.taxCents
      const told = netLines(order, lines, { shippingAndTax: 'leave-out' })
      expect(sumOf(told)).toBe(Math.max(0, given.totalCents - extras))
    }),
  )
})

test('every quantity is a whole number from one on, every price at least nothing and exact as a JSON number', () => {
  fc.assert(
    fc.property(anyOrder(), ({ order, lines }) => {
      for (const { quantity, unitMinor } of netLines(order, lines, {
        shippingAndTax: 'in-price',
      })) {
        expect(Number.isInteger(quantity) && quantity >= 1).toBe(true)
        expect(Number.isSafeInteger(unitMinor) && unitMinor >= 0).toBe(true)
        const decimal = formatDecimal({ minorUnits: unitMinor, currency: order.currency })
        expect(Number(decimal)).toBeCloseTo(Number(String(Number(decimal))), 10)
      }
    }),
  )
})

test('three pieces of 1.00 together are two lines of 0.33 and 0.34', () => {
  const order = anOrderSnapshot({ totals: null })
  const item = { ...anOrderItem(), quantity: 3, discountedTotalCents: 100 }
  expect(netLines(order, [{ name: 'Tea', item }], { shippingAndTax: 'in-price' })).toEqual([
    { name: 'Tea', quantity: 2, unitMinor: 33 },
    { name: 'Tea', quantity: 1, unitMinor: 34 },
  ])
})

test('shares add up and are off their exact part by less than one unit', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: MOST }),
      fc.array(fc.nat({ max: MOST }), { minLength: 1, maxLength: 20 }),
      (amount, weights) => {
        const shares = shareOut(amount, weights)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount)
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        for (const [index, share] of total === 0 ? [] : shares.entries())
          expect(Math.abs(share - (amount * (weights[index] ?? 0)) / total)).toBeLessThan(1.001)
      },
    ),
  )
})
