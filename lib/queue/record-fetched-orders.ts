import type { Db } from '#lib/db/client.ts'
import { openExistingStreams, openStreams, type Stream, streamName } from '#lib/db/streams.ts'
import { streamKeyOf } from '#lib/domain/detect-changes.ts'
import type { KnownOrder } from '#lib/domain/known-state.ts'
import { type BackfillCounts, judgeBackfilled } from '#lib/domain/order-backfill.ts'
import type { StreamKey } from '#lib/domain/transmission.ts'
import type { ReceivedDelivery } from './record-deliveries/received-delivery.ts'
import { recordDeliveries } from './record-deliveries.ts'

/**
 * Writes orders that we fetched ourselves by the same way in as those that
 * UltraCart reports, with the caller's transaction, and counts what came of each.
 */
export async function recordFetchedOrders(
  db: Db,
  delivery: ReceivedDelivery,
): Promise<BackfillCounts> {
  const counts = { told: 0, held: 0, skipped: 0, unchanged: 0 }
  const keys = orderKeys(delivery)
  if (keys.length === 0) return counts
  const before = await openStreams(db, keys)
  await recordDeliveries(db, [delivery])
  const after = await openExistingStreams(db, keys)
  for (const key of keys) {
    const known = knownOrder(after, key)
    if (known !== null) counts[judgeBackfilled(knownOrder(before, key), known)] += 1
  }
  return counts
}

/** One key an order, even if a page brings it twice. */
function orderKeys({ snapshots, connection }: ReceivedDelivery): StreamKey[] {
  const keys = snapshots
    .filter((snapshot) => snapshot.kind === 'order')
    .map((order) => streamKeyOf(order, connection.isSandbox))
  return [...new Map(keys.map((key) => [streamName(key), key])).values()]
}

function knownOrder(streams: ReadonlyMap<string, Stream>, key: StreamKey): KnownOrder | null {
  const known = streams.get(streamName(key))?.known ?? null
  return known?.kind === 'order' ? known : null
}
