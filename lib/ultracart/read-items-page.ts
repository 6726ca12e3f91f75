import type { ItemSnapshot } from '#lib/domain/snapshot.ts'
import { AppError } from '#lib/errors.ts'
import { checkModel } from './check-model.ts'
import { isObject } from './fields.ts'
import { itemSchema } from './item-schema.ts'
import { malformed, placeOf, shorten } from './malformed.ts'
import type { RestCall } from './rest-client.ts'
import { toItemSnapshot } from './to-item-snapshot.ts'

/** UltraCart recommends its default of 100 and reserves to refuse more. */
export const ITEMS_PAGE_SIZE = 100

/** What an item's name, price and flags are made of. */
const EXPANSIONS = 'auto_order,content,content.attributes,pricing'

export type ItemsPage = {
  items: ItemSnapshot[]
  /** Items that could not be read, each in a sentence; the others are not held up by them. */
  faults: string[]
  /** Where the next page begins; `null` on the last one. */
  nextOffset: number | null
  /** How many there are in all, where UltraCart says so. */
  totalCount: number | null
}

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
      _expand: EXPANSIONS,
    },
  }
}

/** Reads an answer of `/item/items`; throws `AppError('malformed')` when it is none, or another store's. */
export function readItemsPage(
  body: Record<string, unknown>,
  { merchantId, offset }: { merchantId: string; offset: number },
): ItemsPage {
  const models: unknown = body.items ?? []
  if (!Array.isArray(models)) throw malformed('items', 'in the answer of UltraCart is not a list.')
  const read = models.map((model: unknown, at) =>
    readItem(model, merchantId, placeOf('items', offset + at)),
  )
  return {
    items: read.flatMap((one) => (typeof one === 'string' ? [] : [one])),
    faults: read.filter((one) => typeof one === 'string'),
    ...readPlace(body.metadata, offset, models.length),
  }
}

/** An item as the store has it now; a sentence when it cannot be read. */
function readItem(model: unknown, merchantId: string, path: string): ItemSnapshot | string {
  const owner = isObject(model) ? model.merchant_id : undefined
  if (typeof owner === 'string' && owner !== '' && owner !== merchantId)
    throw malformed(
      'The simple key',
      `belongs to the merchant ${shorten(owner)}, not to ${merchantId}.`,
    )
  try {
    const origin = { merchantId, eventName: 'item_sync' }
    const snapshot = toItemSnapshot(checkModel(itemSchema, model, path), origin)
    // All attributes were asked for, so what is absent is not there.
    return { ...snapshot, oapProductId: snapshot.oapProductId ?? '' }
  } catch (error) {
    if (error instanceof AppError) return error.publicMessage
    throw error
  }
}

/** `next_offset` may not stand still or go back, or the pages would never end. */
function readPlace(
  metadata: unknown,
  offset: number,
  count: number,
): Pick<ItemsPage, 'nextOffset' | 'totalCount'> {
  const found = isObject(metadata) ? metadata.result_set : undefined
  const resultSet = isObject(found) ? found : {}
  const next = Number(resultSet.next_offset)
  const nextOffset = Number.isSafeInteger(next) && next > offset ? next : offset + count
  const total = resultSet.total_records
  return {
    nextOffset: resultSet.more === true && count > 0 ? nextOffset : null,
    totalCount: typeof total === 'number' && Number.isSafeInteger(total) ? total : null,
  }
}
