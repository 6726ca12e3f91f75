import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import { anyText } from '#tests/support/arbitrary-parts.ts'
import { anyStoreEvent } from '#tests/support/arbitrary-snapshot.ts'
import { aBuyer, anOrderSnapshot } from '#tests/support/build-snapshot.ts'
import { encodeEvent } from '#tests/support/encode-event.ts'
import { readText } from '#tests/support/read-xml.ts'

function saleTo(company: string): StoreEvent {
  const order = anOrderSnapshot({ buyer: aBuyer({ company }) })
  return { kind: 'order-paid', order, isRebill: false }
}

describe('whatever arrives', () => {
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
