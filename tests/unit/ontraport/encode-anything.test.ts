import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemIdsOf } from '#lib/domain/compose-message.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import { anyText } from '#tests/support/arbitrary-parts.ts'
import {
  anyAffiliateEvent,
  anyOrderPaid,
  anyOrderRefunded,
  anyStatusChange,
  anyStoreEvent,
} from '#tests/support/arbitrary-snapshot.ts'
import { aBuyer, anOrderSnapshot } from '#tests/support/build-snapshot.ts'
import { encodeEvent } from '#tests/support/encode-event.ts'
import { readText } from '#tests/support/read-xml.ts'
import { assertAllValid, type SchemaName } from '#tests/support/xml-schema.ts'

function encodeUnderName(event: StoreEvent, productName: string): string {
  const sources = { mappedName: productName, oapProductId: '' }
  return encodeEvent(event, new Map(itemIdsOf(event).map((itemId) => [itemId, sources])))
}

function saleTo(company: string): StoreEvent {
  const order = anOrderSnapshot({ buyer: aBuyer({ company }) })
  return { kind: 'order-paid', order, isRebill: false }
}

describe('whatever arrives', () => {
  const sixty = { minLength: 60, maxLength: 60 }

  test.each<[SchemaName, fc.Arbitrary<StoreEvent>]>([
    ['sale', anyOrderPaid()],
    ['refund', anyOrderRefunded()],
    ['auto-order-status', anyStatusChange()],
    ['affiliate', anyAffiliateEvent()],
  ])('the %s document is valid by libxml2', async (schema, anyEvent) => {
    const anyDocuments = fc.array(fc.tuple(anyEvent, anyText()), sixty)
    await fc.assert(
      fc.asyncProperty(anyDocuments, async (events) => {
        await assertAllValid(
          events.map(([event, productName]) => encodeUnderName(event, productName)),
          schema,
        )
      }),
      { numRuns: 5, endOnFailure: true },
    )
  })

  test('a reader gets the text back, less what XML forbids', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const xml = encodeEvent(saleTo(text), new Map())
        const kept = [...text].filter(isAllowedInXml).join('')
        expect(readText(xml, 'bill_to_company')).toBe(kept.trim() === '' ? null : kept)
      }),
      { numRuns: 1_000 },
    )
  })

  test('no document holds an empty element or anything of a card', () => {
    fc.assert(
      fc.property(anyStoreEvent(), (event) => {
        const tags = encodeEvent(event, new Map()).match(/<[^>]*>/g) ?? []
        expect(tags.filter((tag) => tag.includes('card') || tag.endsWith('/>'))).toEqual([])
        expect(encodeEvent(event, new Map())).not.toMatch(/<(\w+)><\/\1>/)
      }),
    )
  })
})

/** XML 1.0, production 2. */
function isAllowedInXml(character: string): boolean {
  const point = character.codePointAt(0) ?? 0
  const isControl = point < 0x20 && ![0x9, 0xa, 0xd].includes(point)
  const isSurrogate = point >= 0xd800 && point <= 0xdfff
  return !isControl && !isSurrogate && point !== 0xfffe && point !== 0xffff
}
