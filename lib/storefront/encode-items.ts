// ONTRAPORT polls the store's items. Its own feed format is not public: this is
// a plain list of elements, described by public/schemas/items.xsd. A poll proves
// itself by the feed key, in the query or as a Basic password; who polls often
// brings the ETag or Last-Modified of the last answer, or asks with `since`.

import type { FeedItem } from '#lib/domain/item-feed.ts'
import { formatDecimal } from '#lib/domain/money.ts'
import { allowedText, text, writeNode } from '#lib/xml-writer.ts'

/** Changes with the form of the document, and with it every ETag. */
export const ITEM_FEED_DIALECT = 'items-1'

/** The feed piece by piece, one piece a page of items, so that no length of it fills the memory. */
export async function* encodeItems(
  pages: AsyncIterable<readonly FeedItem[]>,
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<items>\n'
  for await (const page of pages) yield page.map(encodeItem).join('')
  yield '</items>\n'
}

/** An id without one character that XML allows cannot be told; such an item has no entry. */
function encodeItem(item: FeedItem): string {
  if (allowedText(item.itemId).trim() === '') return ''
  const { priceCents, currency } = item
  const price = priceCents === null ? null : formatDecimal({ minorUnits: priceCents, currency })
  const children = [
    ...text('item_id', item.itemId),
    ...text('product_name', item.productName),
    ...text('description', item.description),
    ...text('price', price),
    ...text('currency', currency),
    ...text('active', 'true'),
    ...text('kit', String(item.isKit)),
    ...text('recurring', String(item.isRecurring)),
    ...text('last_modified', item.changedAt),
  ]
  return `${writeNode({ name: 'item', content: children })}\n`
}
