import { AppError } from '#lib/errors.ts'
import { isObject } from './fields.ts'
import { malformed, placeOf, shorten } from './malformed.ts'

/** One page of a list that UltraCart gives in pages. */
export type Page<Snapshot> = {
  snapshots: Snapshot[]
  /** What could not be read, each in a sentence; the others are not held up by it. */
  faults: string[]
  /** Where the next page begins; `null` on the last one. */
  nextOffset: number | null
  /** How many there are in all, where UltraCart says so. */
  totalCount: number | null
}

type PagePlace = {
  /** What the list is called, such as `items`. */
  name: string
  merchantId: string
  offset: number
  /** How many were asked for. */
  limit: number
}

/** Reads a page model by model; throws `AppError('malformed')` when it is none, or another store's. */
export function readPage<Snapshot extends object>(
  body: Record<string, unknown>,
  { name, merchantId, offset, limit }: PagePlace,
  read: (model: unknown, path: string) => Snapshot,
): Page<Snapshot> {
  const models: unknown = body[name] ?? []
  if (!Array.isArray(models)) throw malformed(name, 'in the answer of UltraCart is not a list.')
  const found = models.map((model: unknown, at) => {
    checkOwner(model, merchantId)
    return readOrExplain(() => read(model, placeOf(name, offset + at)))
  })
  return {
    snapshots: found.filter((one) => typeof one !== 'string'),
    faults: found.filter((one) => typeof one === 'string'),
    ...readPlace(body.metadata, { offset, limit, count: models.length }),
  }
}

function checkOwner(model: unknown, merchantId: string): void {
  const owner = isObject(model) ? model.merchant_id : undefined
  if (typeof owner === 'string' && owner !== '' && owner !== merchantId)
    throw malformed(
      'The simple key',
      `belongs to the merchant ${shorten(owner)}, not to ${merchantId}.`,
    )
}

function readOrExplain<Snapshot>(read: () => Snapshot): Snapshot | string {
  try {
    return read()
  } catch (error) {
    if (error instanceof AppError) return error.publicMessage
    throw error
  }
}

/**
 * `next_offset` may not stand still or go back, or the pages would never end.
 * Where UltraCart does not say whether there are more, a full page does: the one
 * behind the last is empty.
 */
function readPlace(
  metadata: unknown,
  { offset, limit, count }: { offset: number; limit: number; count: number },
): Pick<Page<object>, 'nextOffset' | 'totalCount'> {
  const found = isObject(metadata) ? metadata.result_set : undefined
  const resultSet = isObject(found) ? found : {}
  const next = Number(resultSet.next_offset)
  const nextOffset = Number.isSafeInteger(next) && next > offset ? next : offset + count
  const total = resultSet.total_records
  const isMore = typeof resultSet.more === 'boolean' ? resultSet.more : count >= limit
  return {
    nextOffset: isMore && count > 0 ? nextOffset : null,
    totalCount: typeof total === 'number' && Number.isSafeInteger(total) ? total : null,
  }
}
