import type { ItemSyncState } from '#lib/domain/item-sync.ts'
import type { BackfillCounts } from '#lib/domain/order-backfill.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import type { OrderBackfillModel } from './generated/models/OrderBackfill.ts'

/** A run that fetches one merchant's orders of a period. */
export type OrderBackfillRow = Omit<OrderBackfillModel, 'state'> & { state: ItemSyncState }

export async function findOrderBackfill(
  db: Db,
  merchantId: string,
): Promise<OrderBackfillRow | null> {
  const row = await db.orderBackfill.findUnique({ where: { merchantId } })
  return row === null ? null : toOrderBackfill(row)
}

export type NewOrderBackfill = {
  merchantId: string
  runId: string
  periodFrom: Date
  periodTo: Date
  startedAt: Date
}

/** Begins a run in place of the last one; false when one is running. */
export async function beginOrderBackfill(db: Db, run: NewOrderBackfill): Promise<boolean> {
  const { merchantId, runId, periodFrom, periodTo, startedAt } = run
  const count = await db.$executeRaw`
    INSERT INTO order_backfill
      (merchant_id, run_id, state, period_from, period_to, started_at, next_call_at)
    VALUES (${merchantId}, ${runId}::uuid, 'running', ${periodFrom}, ${periodTo}, ${startedAt},
      ${startedAt})
    ON CONFLICT (merchant_id) DO UPDATE SET run_id = excluded.run_id, state = 'running',
      period_from = excluded.period_from, period_to = excluded.period_to,
      started_at = excluded.started_at, finished_at = NULL, next_offset = 0, total_count = NULL,
      told_count = 0, held_count = 0, skipped_count = 0, unchanged_count = 0, faulty_count = 0,
      first_fault = NULL, failed_tries = 0, next_call_at = excluded.next_call_at, message = NULL
    WHERE order_backfill.state <> 'running'`
  return count === 1
}

/** The place of a run: a page counts only for the run and the offset that it was fetched for. */
export type BackfillPlace = Pick<OrderBackfillRow, 'merchantId' | 'runId' | 'nextOffset'>

/** Keeps everybody else from this page until the transaction ends; false when it is no longer due. */
export async function lockBackfillPlace(db: Db, place: BackfillPlace): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 AS one FROM order_backfill WHERE ${isAt(place)} FOR UPDATE`
  return rows.length === 1
}

export type BackfillProgress = {
  /** Where the next page begins; `null` when this was the last. */
  nextOffset: number | null
  totalCount: number | null
  counts: BackfillCounts
  faults: string[]
  /** When the next page may be fetched. */
  nextCallAt: Date
  /** What is to be said at the end, if anything. */
  message: string | null
}

/** Notes a page whose place is locked. */
export async function noteBackfillPage(
  db: Db,
  place: BackfillPlace,
  progress: BackfillProgress,
  now: Date,
): Promise<void> {
  const { nextOffset, totalCount, counts, faults, nextCallAt, message } = progress
  const isLast = nextOffset === null
  await db.$executeRaw`
    UPDATE order_backfill SET next_offset = ${nextOffset ?? place.nextOffset},
      total_count = coalesce(${totalCount}, total_count),
      told_count = told_count + ${counts.told}, held_count = held_count + ${counts.held},
      skipped_count = skipped_count + ${counts.skipped},
      unchanged_count = unchanged_count + ${counts.unchanged},
      faulty_count = faulty_count + ${faults.length},
      first_fault = coalesce(first_fault, ${faults[0] ?? null}), failed_tries = 0,
      message = ${message}, next_call_at = ${nextCallAt},
      state = ${isLast ? 'done' : 'running'}, finished_at = ${isLast ? now : null}::timestamptz
    WHERE ${isAt(place)}`
}

/** Notes why the present page has to wait. `isFault`: it was tried in vain. */
export async function delayBackfill(
  db: Db,
  place: BackfillPlace,
  { until, message, isFault }: { until: Date; message: string; isFault: boolean },
): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE order_backfill SET next_call_at = ${until}, message = ${message},
      failed_tries = failed_tries + ${isFault ? 1 : 0}
    WHERE ${isAt(place)}`
  return count === 1
}

export async function endBackfill(
  db: Db,
  { merchantId, runId }: Pick<BackfillPlace, 'merchantId' | 'runId'>,
  { state, message, now }: { state: 'failed' | 'cancelled'; message: string; now: Date },
): Promise<boolean> {
  const { count } = await db.orderBackfill.updateMany({
    where: { merchantId, runId, state: 'running' },
    data: { state, message, finishedAt: now },
  })
  return count === 1
}

function isAt({ merchantId, runId, nextOffset }: BackfillPlace): Prisma.Sql {
  return Prisma.sql`merchant_id = ${merchantId} AND run_id = ${runId}::uuid
    AND next_offset = ${nextOffset} AND state = 'running'`
}

/** The column is written here alone. */
function toOrderBackfill(row: OrderBackfillModel): OrderBackfillRow {
  return { ...row, state: row.state as ItemSyncState }
}
