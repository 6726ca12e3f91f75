import { itemIdsOf } from '#lib/domain/compose-message.ts'
import { resolveProductName } from '#lib/domain/product-name.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import { encodeEvent } from './encode-event.ts'

/** The document that tells an event whose items all have this name entered; a blank one counts as none. */
export function encodeUnderName(event: StoreEvent, productName: string): string {
  const sources = { mappedName: productName, oapProductId: '' }
  return encodeEvent(event, new Map(itemIdsOf(event).map((itemId) => [itemId, sources])))
}

/** The name that such an item goes by. */
export function nameUnder(itemId: string, productName: string): string {
  return resolveProductName(itemId, { mappedName: productName, oapProductId: '' }).name
}
