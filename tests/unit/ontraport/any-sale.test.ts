import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '#tests/support/arbitrary-parts.ts'
import { anyOrderPaid } from '#tests/support/arbitrary-snapshot.ts'
import { encodeUnderName, nameUnder } from '#tests/support/encode-under-name.ts'
import { expectItemTold, expectOrderTold, linesToTell } from '#tests/support/expect-order-told.ts'
import { holdForAny } from '#tests/support/hold-for-any.ts'
import { childrenOf } from '#tests/support/read-document.ts'
import { assertAllValid } from '#tests/support/xml-schema.ts'

test('2,500 sales of any snapshot are valid by libxml2 and read back as what was put in', {
  timeout: 120_000,
}, async () => {
  await holdForAny(fc.tuple(anyOrderPaid(), anyText()), 2_500, async (sales) => {
    const documents = sales.map(([event, name]) => encodeUnderName(event, name))
    await assertAllValid(documents, 'sale')
    for (const [at, [{ order }, name]] of sales.entries()) {
      const element = expectOrderTold(documents[at] ?? '', order)
      const [lines, elements] = [linesToTell(order), childrenOf(element, 'item')]
      expect(elements).toHaveLength(lines.length)
      for (const [index, item] of lines.entries()) {
        const productName = nameUnder(item.itemId, name)
        expectItemTold(elements[index], item, { productName, currency: order.currency })
      }
    }
  })
})
