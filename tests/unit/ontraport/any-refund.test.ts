import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '#tests/support/arbitrary-parts.ts'
import { anyOrderRefunded } from '#tests/support/arbitrary-snapshot.ts'
import { encodeUnderName, nameUnder } from '#tests/support/encode-under-name.ts'
import { expectItemTold, expectOrderTold, linesToTell } from '#tests/support/expect-order-told.ts'
import { holdForAny } from '#tests/support/hold-for-any.ts'
import { amountsOf, childrenOf, textsOf, told } from '#tests/support/read-document.ts'
import { assertAllValid } from '#tests/support/xml-schema.ts'

const PARTS = ['subtotal_refunded', 'tax_refunded', 'shipping_handling_refunded', 'other_refunded']

test('2,500 refunds of any snapshot are valid by libxml2 and read back as what was put in', {
  timeout: 120_000,
}, async () => {
  await holdForAny(fc.tuple(anyOrderRefunded(), anyText()), 2_500, async (refunds) => {
    const documents = refunds.map(([event, name]) => encodeUnderName(event, name))
    await assertAllValid(documents, 'refund')
    for (const [at, [event, name]] of refunds.entries())
      expectRefundTold(documents[at] ?? '', event, name)
  })
})

type Refund = ReturnType<typeof anyOrderRefunded> extends fc.Arbitrary<infer Event> ? Event : never

function expectRefundTold(xml: string, { order, refunded, items }: Refund, name: string): void {
  const { currency } = order
  const element = expectOrderTold(xml, order)
  expect(amountsOf(element, ['total_refunded'], currency)).toEqual({
    total_refunded: refunded.totalCents,
  })
  // A part of which nothing was refunded has no element.
  const parts = Object.values(amountsOf(element, PARTS, currency)).map((cents) => cents ?? 0)
  const { subtotalCents, taxCents, shippingHandlingCents, otherCents } = refunded
  expect(parts).toEqual([subtotalCents, taxCents, shippingHandlingCents, otherCents])
  expect(textsOf(element, ['refund_by_user'])).toEqual({
    refund_by_user: told(order.refund.refundedBy),
  })
  const lines = items.flatMap(({ index, refundedCents }) => {
    const item = linesToTell(order).find((bought) => bought.index === index)
    return item === undefined ? [] : [{ item, refundedCents }]
  })
  const elements = childrenOf(element, 'item')
  expect(elements).toHaveLength(lines.length)
  for (const [at, { item, refundedCents }] of lines.entries()) {
    const productName = nameUnder(item.itemId, name)
    expectItemTold(elements[at], item, { productName, currency })
    expect(amountsOf(elements[at] ?? {}, ['total_refunded'], currency)).toEqual({
      total_refunded: refundedCents,
    })
  }
}
