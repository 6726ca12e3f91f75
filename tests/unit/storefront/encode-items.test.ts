import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FeedItem } from '#lib/domain/item-feed.ts'
import { formatDecimal } from '#lib/domain/money.ts'
import { encodeItems } from '#lib/storefront/encode-items.ts'
import { allowedText } from '#lib/xml-writer.ts'
import { anyCents, anyText } from '#tests/support/arbitrary-parts.ts'
import { holdForAny } from '#tests/support/hold-for-any.ts'
import { readFeed } from '#tests/support/read-feed.ts'
import { assertAllValid } from '#tests/support/xml-schema.ts'

async function encode(...pages: FeedItem[][]): Promise<string> {
  let xml = ''
  for await (const piece of encodeItems(toPages(pages))) xml += piece
  return xml
}

async function* toPages(pages: FeedItem[][]) {
  yield* pages
}

const tea: FeedItem = {
  itemId: 'TEA',
  productName: 'Green Tea',
  description: 'Green tea',
  priceCents: 1299,
  currency: 'USD',
  isKit: false,
  isRecurring: true,
  changedAt: '2026-11-20T10:00:00.000Z',
}

test('an entry is written element by element', async () => {
  expect(await encode([tea])).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<items>\n<item><item_id>TEA</item_id><product_name>Green Tea</product_name><description>Green tea</description><price>12.99</price><currency>USD</currency><active>true</active><kit>false</kit><recurring>true</recurring><last_modified>2026-11-20T10:00:00.000Z</last_modified></item>\n</items>\n',
  )
})

test('what is not known has no element, and the places are those of the currency', async () => {
  const xml = await encode([{ ...tea, priceCents: null, description: '' }], [yen()])
  expect(readFeed(xml)).toMatchObject([{ item_id: 'TEA' }, { item_id: 'POT', price: '1500' }])
  expect(readFeed(xml)[0]).not.toHaveProperty('price')
  expect(readFeed(xml)[0]).not.toHaveProperty('description')
})

test('markup in a text is escaped once', async () => {
  const xml = await encode([{ ...tea, description: 'a < b & c ]]> "d"' }])
  expect(xml).toContain('<description>a &lt; b &amp; c ]]&gt; "d"</description>')
})

test('an item whose id no document can hold has no entry', async () => {
  expect(await encode([{ ...tea, itemId: '\u0001 ' }])).not.toContain('<item>')
})

test('10,000 items of any texts are valid by libxml2 and read back as they were', {
  timeout: 60_000,
}, async () => {
  await holdForAny(anyFeedItem(), 10_000, async (items) => {
    const feeds = await Promise.all(
      chunksOf(items, 20).map(async (some) => ({
        some,
        xml: await encode(some.slice(0, 7), some.slice(7)),
      })),
    )
    await assertAllValid(
      feeds.map((feed) => feed.xml),
      'items',
    )
    for (const { some, xml } of feeds)
      expect(readFeed(xml)).toEqual(
        some.filter(({ itemId }) => readable(itemId) !== '').map(toEntry),
      )
  })
})

function chunksOf<Value>(values: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) =>
    values.slice(at * size, (at + 1) * size),
  )
}

function yen(): FeedItem {
  return { ...tea, itemId: 'POT', priceCents: 1500, currency: 'JPY' }
}

function anyFeedItem(): fc.Arbitrary<FeedItem> {
  return fc.record({
    itemId: anyText(),
    productName: fc.oneof(anyText(), fc.string({ unit: 'grapheme' })).map((name) => `N${name}`),
    description: fc.oneof(anyText(), fc.string({ unit: 'grapheme' })),
    priceCents: fc.option(anyCents()),
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'XYZ'),
    isKit: fc.boolean(),
    isRecurring: fc.boolean(),
    changedAt: fc
      .date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString()),
  })
}

/** What must come back: the same, save for what XML cannot hold. */
function toEntry(item: FeedItem): Record<string, string> {
  const { priceCents, currency } = item
  const texts = {
    item_id: allowedText(item.itemId),
    product_name: allowedText(item.productName),
    description: readable(item.description),
    price: priceCents === null ? '' : formatDecimal({ minorUnits: priceCents, currency }),
    currency,
    active: 'true',
    kit: String(item.isKit),
    recurring: String(item.isRecurring),
    last_modified: item.changedAt,
  }
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''))
}

function readable(value: string): string {
  const allowed = allowedText(value)
  return allowed.trim() === '' ? '' : allowed
}
