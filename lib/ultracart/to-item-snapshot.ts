import type { ItemSale, ItemSnapshot } from '#lib/domain/snapshot.ts'
import { toCents } from './amount.ts'
import { decodeEntities } from './decode-entities.ts'
import type { UltraCartItem } from './item-schema.ts'
import type { Origin } from './origin.ts'

/** A store's item in our words. What belongs to a part that did not arrive is `null`. */
export function toItemSnapshot(item: UltraCartItem, origin: Origin): ItemSnapshot {
  const { pricing, auto_order } = item
  const currency = pricing?.cost?.currencyCode || pricing?.currency_code || 'USD'
  return {
    kind: 'item',
    ...origin,
    itemId: item.merchant_item_id,
    description: decodeEntities(item.description),
    oapProductId: findOapProductId(item),
    isInactive: item.inactive ?? false,
    isKit: item.kit ?? false,
    isKitComponentOnly: item.kit_component_only ?? false,
    isDeleted: origin.eventName === 'item_delete',
    priceCents: toCents(pricing?.cost ?? null, currency),
    sale: toSale(pricing, currency),
    currency,
    isRecurring: auto_order === null ? null : (auto_order.auto_orderable ?? false),
    modifiedAt: item.last_modified_dts,
  }
}

/**
 * The vendor's page calls `oapProductid` a special field of the Item Editor
 * and UltraCart's API names no such field; attributes and properties are the
 * places where a merchant can put one.
 */
function findOapProductId({ content, properties }: UltraCartItem): string | null {
  const candidates = [...(content?.attributes ?? []), ...(properties ?? [])]
  const named = candidates.find(
    ({ name, value }) => name.toLowerCase() === 'oapproductid' && value !== '',
  )
  if (named !== undefined) return named.value
  // UltraCart leaves out what is empty, so absent attributes may also be a webhook without its expansion.
  return content?.attributes == null ? null : ''
}

/** A sale price of nothing is UltraCart's way of having no sale. */
function toSale(pricing: UltraCartItem['pricing'], currency: string): ItemSale | null {
  const priceCents = toCents(pricing?.sale_cost ?? null, currency)
  if (pricing === null || priceCents === null || priceCents <= 0) return null
  return { priceCents, startsAt: pricing.sale_start, endsAt: pricing.sale_end }
}
