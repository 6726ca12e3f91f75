import type { ProductName } from './message.ts'

/** What may name an item: the entry on the screen, else the item's `oapProductid` field (`''` when it has none). */
export type NameSources = { mappedName: string | null; oapProductId: string }

/** The name that ONTRAPORT knows an item by, and where it comes from; an item without any has its id. */
export function resolveProductName(itemId: string, sources: NameSources | undefined): ProductName {
  const mapped = readable(sources?.mappedName ?? '')
  if (mapped !== '') return { name: mapped, source: 'mapping' }
  const oapProductId = readable(sources?.oapProductId ?? '')
  if (oapProductId !== '') return { name: oapProductId, source: 'oap-product-id' }
  return { name: itemId.trim(), source: 'item-id' }
}

/** The text trimmed, or `''` when nothing of it would survive in an XML document. */
function readable(text: string): string {
  return /[^\s\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text) ? text.trim() : ''
}
