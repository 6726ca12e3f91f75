import { describe, expect, test } from 'vitest'
import type { OrderSnapshot } from '#lib/domain/snapshot.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import {
  aBuyer,
  anAutoOrderSnapshot,
  anOrderItem,
  anOrderSnapshot,
  aShipping,
  someRefundedTotals,
} from '#tests/support/build-snapshot.ts'
import { encodeEvent } from '#tests/support/encode-event.ts'
import { rawText, readText } from '#tests/support/read-xml.ts'

function encode(event: StoreEvent): string {
  return encodeEvent(event, new Map())
}

function encodeSale(overrides: Partial<OrderSnapshot>): string {
  return encode({ kind: 'order-paid', order: anOrderSnapshot(overrides), isRebill: false })
}

describe('text', () => {
  test('is escaped exactly once', () => {
    const xml = encodeSale({ buyer: aBuyer({ company: 'A & B &amp; <C> "D" \'E\' ]]>' }) })
    expect(rawText(xml, 'bill_to_company')).toBe('A &amp; B &amp;amp; &lt;C&gt; "D" \'E\' ]]&gt;')
  })

  test('loses the characters that XML forbids and no other', () => {
    const firstName = 'Z\u0000o\u0007\u001Fë\uD800 \uDC00\uFFFE\uFFFF\t🔔日本\u{10FFFD}\u0085'
    const xml = encodeSale({ buyer: aBuyer({ firstName }) })
    expect(rawText(xml, 'bill_to_first_name')).toBe('Zoë \t🔔日本\u{10FFFD}\u0085')
  })

  test('keeps its line ends', () => {
    const xml = encodeSale({ shipping: aShipping({ specialInstructions: 'ring\r\ntwice\rhere' }) })
    expect(readText(xml, 'special_instructions')).toBe('ring\r\ntwice\rhere')
  })

  test('of which nothing is left has no element', () => {
    const xml = encodeSale({ buyer: aBuyer({ company: '', city: ' \n', firstName: '\u0000' }) })
    expect(xml).not.toMatch(/<bill_to_(company|city|first_name)>/)
  })

  test('is the same document every time', () => {
    expect(encodeSale({})).toBe(encodeSale({}))
  })
})

describe('dates are US Eastern wall clock', () => {
  test.each([
    ['in summer', '2026-07-04T03:59:59.000Z', '03 JUL 2026 23:59:59'],
    ['in winter', '2026-01-01T04:59:59.000Z', '31 DEC 2025 23:59:59'],
    ['at midnight', '2026-01-01T05:00:00.000Z', '01 JAN 2026 00:00:00'],
    ['before the clocks go forward', '2026-03-08T06:59:59.000Z', '08 MAR 2026 01:59:59'],
    ['after the clocks went forward', '2026-03-08T07:00:00.000Z', '08 MAR 2026 03:00:00'],
  ])('%s', (_when, createdAt, expected) => {
    expect(rawText(encodeSale({ createdAt }), 'order_date')).toBe(expected)
  })

  test('the day of payment is that of the same clock', () => {
    const payment = {
      status: 'Processed',
      method: 'Credit Card',
      paidAt: '2026-01-01T04:59:59.000Z',
      isTestOrder: false,
      surchargeCents: null,
    }
    expect(rawText(encodeSale({ payment }), 'payment_date')).toBe('12/31/2025')
  })
})

describe('a sale', () => {
  test.each([
    ['Shipping Department', 'SD'],
    ['Least Cost Routing', 'SD'],
    ['Advanced Order Routing', 'SD'],
    ['Hold', 'SD'],
    ['Completed Order', 'CO'],
    ['Pre-ordered', 'PO'],
    ['Accounts Receivable', 'AR'],
    ['Rejected', 'REJ'],
    ['A stage of next year', 'SD'],
  ])('in %s says %s', (stage, code) => {
    expect(rawText(encodeSale({ stage }), 'current_stage')).toBe(code)
  })

  test.each([
    ['US', 'United States'],
    ['de', 'Germany'],
    ['QQ', 'QQ'],
    ['Utopia', 'Utopia'],
  ])('to %s goes to %s', (countryCode, name) => {
    const xml = encodeSale({ buyer: aBuyer({ countryCode }) })
    expect(rawText(xml, 'bill_to_country')).toBe(name)
  })

  test('tells amounts in the places of their currency', () => {
    const totals = anOrderSnapshot().totals
    expect(rawText(encodeSale({ currency: 'JPY', totals }), 'total')).toBe('2000')
    expect(rawText(encodeSale({ currency: 'KWD', totals }), 'total')).toBe('2.000')
  })

  test('says Processed and holds no refunded amount although some was refunded since', () => {
    const order = anOrderSnapshot({
      items: [anOrderItem({ quantityRefunded: 1, refundedCents: 500 })],
      refund: { refundedAt: '2026-05-20T13:15:30.000Z', reason: 'damaged', refundedBy: 'zoe' },
    })
    const payment = order.payment && { ...order.payment, status: 'Refunded' }
    const xml = encode({ kind: 'order-paid', order: { ...order, payment }, isRebill: false })
    expect(rawText(xml, 'payment_status')).toBe('Processed')
    expect(xml).not.toContain('refund')
  })

  test('carries five affiliates at most', () => {
    const affiliates = [1, 2, 3, 4, 5, 6].map((affiliateId) => ({ affiliateId, subId: 'sub' }))
    const xml = encodeSale({ affiliates })
    expect(xml.match(/<tier_\d_affiliate_oid>/g)).toHaveLength(5)
    expect(xml.match(/_sub_id>sub</g)).toHaveLength(1)
  })
})

describe('a refund', () => {
  test('tells what it added, and leaves out parts of which nothing was refunded', () => {
    const xml = encode({
      kind: 'order-refunded',
      order: anOrderSnapshot({ stage: 'A stage of next year' }),
      refunded: someRefundedTotals({ totalCents: 137, taxCents: 137 }),
      items: [],
      isPartial: true,
    })
    expect(xml.match(/<\w+_refunded>[^<]*/g)).toEqual([
      '<tax_refunded>1.37',
      '<total_refunded>1.37',
    ])
    expect(xml).not.toContain('<item>')
    expect(xml).not.toContain('<current_stage>')
  })
})

describe('an auto-order status', () => {
  test.each([
    'active',
    'card declined',
    'cancelled upgrade',
    'cancelled download',
    'cancelled downgrade',
    'cancelled',
    'terminated',
  ] as const)('is the word "%s" byte for byte', (word) => {
    const autoOrder = anAutoOrderSnapshot()
    const xml = encode({ kind: 'auto-order-status-changed', autoOrder, word })
    expect(xml).toContain(`<status>${word}</status>`)
  })

  test('without the order that began it still tells code and word', () => {
    const autoOrder = anAutoOrderSnapshot({ originalOrder: null, items: null })
    expect(encode({ kind: 'auto-order-status-changed', autoOrder, word: 'active' })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<auto_order><original_order_id>DEMO-0001</original_order_id><auto_order_code>ZX81QLM2P4</auto_order_code><status>active</status><attempt>0</attempt></auto_order>\n',
    )
  })
})
