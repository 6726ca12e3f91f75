import type { Db } from './client.ts'
import type { ItemSyncRow } from './item-syncs.ts'

type Run = Pick<ItemSyncRow, 'merchantId' | 'runId'>

/** Notes that UltraCart still has these items. */
export async function noteSeenItems(
  db: Db,
  { merchantId, runId }: Run,
  itemIds: readonly string[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE item SET sync_run_id = ${runId}::uuid
    WHERE merchant_id = ${merchantId} AND item_id = ANY(${[...itemIds]}::text[])`
}

/**
 * Ends a run: what it did not see is no longer active, and counted. Nothing is
 * concluded from a run that asked for changes only, met an item that it could
 * not read, or saw another number of items than UltraCart spoke of on its first
 * and on its last page: then items moved between the pages, and one may have
 * been passed by. What an event told of meanwhile stays as the event said.
 */
export async function retireVanishedItems(
  db: Db,
  { merchantId, runId }: Run,
  { lastTotalCount, exceptIds }: { lastTotalCount: number | null; exceptIds: readonly string[] },
): Promise<void> {
  const isWhole = await db.$queryRaw<unknown[]>`
    SELECT FROM item_sync WHERE merchant_id = ${merchantId} AND run_id = ${runId}::uuid
      AND state = 'done' AND changed_since IS NULL AND faulty_count = 0
      AND seen_count = total_count AND total_count = ${lastTotalCount}`
  if (isWhole.length === 0) return
  // Locked in the order in which events lock them.
  await db.$executeRaw`
    WITH gone AS (
      SELECT item.merchant_id, item.item_id FROM item JOIN item_sync run USING (merchant_id)
      WHERE item.merchant_id = ${merchantId} AND item.sync_run_id IS DISTINCT FROM run.run_id
        AND item.updated_at < run.started_at AND NOT item.is_inactive AND NOT item.is_deleted
        AND item.item_id <> ALL(${[...exceptIds]}::text[])
      ORDER BY item.item_id FOR UPDATE OF item),
    vanished AS (
      UPDATE item SET is_inactive = true, updated_at = now() FROM gone
      WHERE item.merchant_id = gone.merchant_id AND item.item_id = gone.item_id
      RETURNING 1)
    UPDATE item_sync SET vanished_count = (SELECT count(*) FROM vanished)
    WHERE merchant_id = ${merchantId}`
}
