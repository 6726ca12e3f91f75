import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '#tests/support/arbitrary-parts.ts'
import { anyStatusChange } from '#tests/support/arbitrary-snapshot.ts'
import { encodeUnderName, nameUnder } from '#tests/support/encode-under-name.ts'
import { holdForAny } from '#tests/support/hold-for-any.ts'
import { childOf, childrenOf, readDocument, textsOf, told } from '#tests/support/read-document.ts'
import { assertAllValid } from '#tests/support/xml-schema.ts'

test('2,500 statuses of any auto order are valid by libxml2 and read back as what was put in', {
  timeout: 120_000,
}, async () => {
  await holdForAny(fc.tuple(anyStatusChange(), anyText()), 2_500, async (changes) => {
    const documents = changes.map(([event, name]) => encodeUnderName(event, name))
    await assertAllValid(documents, 'auto-order-status')
    for (const [at, [{ autoOrder, word }, name]] of changes.entries()) {
      const element = childOf(readDocument(documents[at] ?? ''), 'auto_order')
      const buyer = autoOrder.originalOrder?.buyer
      const texts = {
        status: word,
        original_order_id: told(autoOrder.originalOrderId),
        auto_order_code: told(autoOrder.autoOrderCode),
        failure_reason: told(autoOrder.failureReason),
        cancelled_by: told(autoOrder.cancelledBy),
        firstname: told(buyer?.firstName),
        lastname: told(buyer?.lastName),
        email: told(buyer?.email),
        address: told(buyer?.address1),
        city: told(buyer?.city),
        company: told(buyer?.company),
        cell_phone: told(buyer?.cellPhone),
      }
      expect(textsOf(element, Object.keys(texts))).toEqual(texts)
      const lines = childrenOf(childOf(element, 'auto_order_items'), 'auto_order_item')
      expect(lines.map((line) => line.original_item_id)).toEqual(
        (autoOrder.items ?? []).map((item) => told(nameUnder(item.originalItemId, name))),
      )
    }
  })
})
