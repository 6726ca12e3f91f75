import type { ItemSnapshot } from '#lib/domain/snapshot.ts'
import { toCents } from './amount.ts'
import { decodeEntities } from './decode-entities.ts'
import type { UltraCartItem } from './item-schema.ts'
import type { Origin } from './origin.ts'

/** A store's item in our words. Its price is the regular one, whatever sale runs today. */
export function toItemSnapshot(item: UltraCartItem, origin: Origin): ItemSnapshot {
  const { pricing } = item
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
    currency,
    modifiedAt: item.last_modified_dts,
  }
}

/**
 * The vendor's page calls `oapProductid` a special field of the Item Editor
 * and UltraCart's API names no such field; attributes and properties are the
 * places where a merchant can put one.
 */
function findOapProductId({ content, properties }: UltraCartItem): string {
  const candidates = [...(content?.attributes ?? []), ...(properties ?? [])]
  const named = candidates.find(
    ({ name, value }) => name.toLowerCase() === 'oapproductid' && value !== '',
  )
  return named?.value ?? ''
}
