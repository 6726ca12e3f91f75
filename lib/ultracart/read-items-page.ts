import type { ItemSnapshot } from '#lib/domain/snapshot.ts'
import { expansionsOf } from '#lib/domain/webhook-subscriptions.ts'
import { checkModel } from './check-model.ts'
import { itemSchema } from './item-schema.ts'
import { type Page, readPage } from './read-page.ts'
import type { RestCall } from './rest-client.ts'
import { toItemSnapshot } from './to-item-snapshot.ts'

/** UltraCart recommends its default of 100 and reserves to refuse more. */
export const ITEMS_PAGE_SIZE = 100

/** The call for one page of a store's items; with `since` only those created or modified since. */
export function itemsCall({
  offset,
  since,
  limit = ITEMS_PAGE_SIZE,
}: {
  offset: number
  since: Date | null
  limit?: number
}): Pick<RestCall, 'method' | 'path' | 'query'> {
  return {
    method: 'GET',
    path: '/item/items',
    query: {
      _limit: limit,
      _offset: offset,
      _since: since?.toISOString(),
      _expand: expansionsOf('item').join(','),
    },
  }
}

/** Reads an answer of `/item/items`; throws `AppError('malformed')` when it is none, or another store's. */
export function readItemsPage(
  body: Record<string, unknown>,
  { merchantId, offset }: { merchantId: string; offset: number },
): Page<ItemSnapshot> {
  const origin = { merchantId, eventName: 'item_sync' }
  return readPage(
    body,
    { name: 'items', merchantId, offset, limit: ITEMS_PAGE_SIZE },
    (model, path) => {
      const snapshot = toItemSnapshot(checkModel(itemSchema, model, path), origin)
      // All attributes were asked for, so what is absent is not there.
      return { ...snapshot, oapProductId: snapshot.oapProductId ?? '' }
    },
  )
}
