import type { ItemSyncState } from '#lib/domain/item-sync.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import type { ItemSyncModel } from './generated/models/ItemSync.ts'

/** A run of the sync of one merchant's items. */
export type ItemSyncRow = Omit<ItemSyncModel, 'state'> & { state: ItemSyncState }

export async function findItemSync(db: Db, merchantId: string): Promise<ItemSyncRow | null> {
  const row = await db.itemSync.findUnique({ where: { merchantId } })
  return row === null ? null : toItemSync(row)
}

/** Begins a run in place of the last one; `null` when one is running. */
export async function beginItemSync(
  db: Db,
  run: { merchantId: string; runId: string; changedSince: Date | null; startedAt: Date },
): Promise<ItemSyncRow | null> {
  const { merchantId, runId, changedSince, startedAt } = run
  await db.$executeRaw`
    INSERT INTO item_sync (merchant_id, run_id, state, changed_since, started_at, next_call_at)
    VALUES (${merchantId}, ${runId}::uuid, 'running', ${changedSince}, ${startedAt}, ${startedAt})
    ON CONFLICT (merchant_id) DO UPDATE SET run_id = excluded.run_id, state = 'running',
      changed_since = excluded.changed_since, started_at = excluded.started_at, finished_at = NULL,
      next_offset = 0, seen_count = 0, total_count = NULL, faulty_count = 0, first_fault = NULL,
      failed_tries = 0, next_call_at = excluded.next_call_at, message = NULL, vanished_count = NULL
    WHERE item_sync.state <> 'running'`
  const row = await findItemSync(db, merchantId)
  return row?.runId === runId ? row : null
}

/** The place of a run: a page counts only for the run and the offset that it was fetched for. */
export type SyncPlace = Pick<ItemSyncRow, 'merchantId' | 'runId' | 'nextOffset'>

export type SyncProgress = {
  /** Where the next page begins; `null` when this was the last. */
  nextOffset: number | null
  seenCount: number
  /** How many there are in all, as of this page; the first page's word stands. */
  totalCount: number | null
  faults: string[]
}

/** Notes a page. False when somebody else got there first, or the run was ended meanwhile. */
export async function noteSyncPage(
  db: Db,
  place: SyncPlace,
  { nextOffset, seenCount, totalCount, faults }: SyncProgress,
  now: Date,
): Promise<boolean> {
  const isLast = nextOffset === null
  const count = await db.$executeRaw`
    UPDATE item_sync SET next_offset = ${nextOffset ?? place.nextOffset},
      seen_count = seen_count + ${seenCount}, total_count = coalesce(total_count, ${totalCount}),
      faulty_count = faulty_count + ${faults.length},
      first_fault = coalesce(first_fault, ${faults[0] ?? null}), failed_tries = 0, message = NULL,
      next_call_at = ${now}, state = ${isLast ? 'done' : 'running'},
      finished_at = ${isLast ? now : null}::timestamptz,
      complete_as_of = CASE WHEN ${isLast}::boolean THEN started_at ELSE complete_as_of END
    WHERE ${isAt(place)}`
  return count === 1
}

/** Notes why the present page has to wait. `isFault`: it was tried in vain. */
export async function delaySync(
  db: Db,
  place: SyncPlace,
  { until, message, isFault }: { until: Date; message: string; isFault: boolean },
): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE item_sync SET next_call_at = ${until}, message = ${message},
      failed_tries = failed_tries + ${isFault ? 1 : 0}
    WHERE ${isAt(place)}`
  return count === 1
}

export async function endSync(
  db: Db,
  { merchantId, runId }: Pick<SyncPlace, 'merchantId' | 'runId'>,
  { state, message, now }: { state: 'failed' | 'cancelled'; message: string; now: Date },
): Promise<boolean> {
  const { count } = await db.itemSync.updateMany({
    where: { merchantId, runId, state: 'running' },
    data: { state, message, finishedAt: now },
  })
  return count === 1
}

function isAt({ merchantId, runId, nextOffset }: SyncPlace): Prisma.Sql {
  return Prisma.sql`merchant_id = ${merchantId} AND run_id = ${runId}::uuid
    AND next_offset = ${nextOffset} AND state = 'running'`
}

/** The column is written here alone. */
function toItemSync(row: ItemSyncModel): ItemSyncRow {
  return { ...row, state: row.state as ItemSyncState }
}
