import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeMessage } from '#lib/domain/compose-message.ts'
import { composePixel, isBuyersEmail, type ProvenOrder } from '#lib/domain/pixel.ts'
import type { OrderItem, OrderSnapshot } from '#lib/domain/snapshot.ts'
import { anOrderItem, anOrderSnapshot, someRefundedTotals } from '#tests/support/build-snapshot.ts'

const call = { orderId: 'DEMO-0001', email: 'zoe.nunez@example.com', subtotal: '20.00' }

function proven(order: OrderSnapshot, mappedName: string | null = null): ProvenOrder {
  const names = new Map(
    (order.items ?? []).map((item) => [item.itemId, { mappedName, oapProductId: '' }]),
  )
  const message = composeMessage({ kind: 'order-paid', order, isRebill: false }, names)
  return { order, lines: message?.kind === 'sale' ? message.lines : [] }
}

const linesOf = (...items: Partial<OrderItem>[]) =>
  composePixel(
    'sale',
    call,
    proven(
      anOrderSnapshot({
        items: items.map((item, index) => anOrderItem({ index: index + 1, ...item })),
      }),
    ),
  )?.lines.map(({ quantity, unitPrice }) => [quantity, unitPrice])

describe('a proven order', () => {
  test('tells its items under their ONTRAPORT names, its buyer, tax and shipping', () => {
    const order = anOrderSnapshot({
      totals: {
        subtotalCents: 2000,
        subtotalDiscountCents: 0,
        taxCents: 165,
        shippingHandlingCents: 795,
        shippingHandlingDiscountCents: 100,
        totalCents: 2860,
        refunded: someRefundedTotals(),
      },
    })
    expect(composePixel('sale', call, proven(order, 'Green Tea'))).toMatchObject({
      orderId: 'DEMO-0001',
      email: 'zoe.nunez@example.com',
      contact: { firstName: 'Zoë', city: 'San José', countryCode: 'US' },
      lines: [{ productName: 'Green Tea', quantity: 1, unitPrice: '20.00' }],
      tax: '1.65',
      shipping: '6.95',
    })
  })

  test('prices are the discounted ones', () => {
    expect(
      linesOf({
        quantity: 2,
        unitCostCents: 2000,
        discountedUnitCostCents: 1800,
        discountedTotalCents: 3600,
      }),
    ).toEqual([[2, '18.00']])
  })

  test('a price that does not divide becomes two lines with the right sum', () => {
    expect(linesOf({ quantity: 3, discountedTotalCents: 1000 })).toEqual([
      [2, '3.33'],
      [1, '3.34'],
    ])
  })

  test('part of a piece counts as one at the price of the line', () => {
    expect(linesOf({ quantity: 1.5, discountedTotalCents: 1500 })).toEqual([[1, '15.00']])
  })

  test('an item whose price did not arrive has none', () => {
    const unpriced = {
      discountedTotalCents: null,
      discountedUnitCostCents: null,
      unitCostCents: null,
    }
    expect(linesOf({ quantity: 4, ...unpriced })).toEqual([[4, null]])
  })

  test('components of a kit have no line of their own', () => {
    expect(linesOf({ isKit: true }, { isKitComponent: true, itemId: 'PART' })).toHaveLength(1)
  })

  test('whatever was bought, the lines sum up to what was paid for it', () => {
    const anyLine = fc.record({
      quantity: fc.integer({ min: 1, max: 5_000 }),
      discountedTotalCents: fc.integer({ min: -500_000, max: 100_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (bought) => {
        const lines = linesOf(...bought) ?? []
        const sum = lines.reduce(
          (cents, [quantity, price]) => cents + Number(quantity) * Math.round(Number(price) * 100),
          0,
        )
        expect(sum).toBe(bought.reduce((cents, line) => cents + line.discountedTotalCents, 0))
      }),
      { numRuns: 100 },
    )
  })
})

describe('an order that is not proven', () => {
  test('tells only what the caller brought', () => {
    expect(composePixel('sale', call, null)).toEqual({
      form: 'sale',
      orderId: 'DEMO-0001',
      email: 'zoe.nunez@example.com',
      contact: null,
      lines: [{ productName: 'UltraCart order', quantity: 1, unitPrice: '20.00' }],
      tax: null,
      shipping: null,
    })
  })

  test('without a subtotal has no lines', () => {
    const bare = { orderId: 'DEMO-0001', email: null, subtotal: null }
    expect(composePixel('sale', bare, null)).toMatchObject({ email: null, lines: [] })
  })
})

describe('attribution alone', () => {
  test('names the buyer and sells nothing', () => {
    expect(composePixel('attribution', call, proven(anOrderSnapshot()))).toMatchObject({
      email: 'zoe.nunez@example.com',
      contact: { firstName: 'Zoë' },
      lines: [],
      tax: null,
      shipping: null,
    })
  })

  test('has nobody to name without an email', () => {
    expect(composePixel('attribution', { ...call, email: null }, null)).toBeNull()
  })
})

describe('the proof', () => {
  test.each([
    ['zoe.nunez@example.com', true],
    [' ZOE.Nunez@Example.COM ', true],
    ['zoe@example.com', false],
    ['', false],
    [null, false],
  ])('%j is the buyer’s: %s', (email, isProof) => {
    expect(isBuyersEmail(anOrderSnapshot(), email)).toBe(isProof)
  })

  test('an order without a buyer has none', () => {
    expect(isBuyersEmail(anOrderSnapshot({ buyer: null }), '')).toBe(false)
  })
})
