import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import { lockedRows } from './locked-rows.ts'
import type { Sql } from './pipeline.ts'
import { IS_STREAM_HEAD } from './stream-head.ts'

/** Why something waits that is not held back by anything of its own. */
const WAITS_IN_BACKLOG =
  'Waiting its turn: what piled up goes out a little at a time once ONTRAPORT answers'

/** Notes that these wait for their portion; a planned retry is not used up. */
export async function moveToBacklog(db: Sql, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const isToWait = Prisma.sql`t.id = ANY(${[...ids]}::uuid[]) AND t.status IN ('queued', 'retrying')`
  await db.$executeRaw`
    UPDATE transmission SET status = 'queued', next_attempt_at = NULL,
      reason_code = 'backlog', reason = ${WAITS_IN_BACKLOG}
    WHERE id IN ${lockedRows(isToWait)}`
}

/** Has these wait for their portion no longer. */
export async function takeOutOfBacklog(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const isInBacklog = Prisma.sql`t.id = ANY(${[...ids]}::uuid[]) AND t.reason_code = 'backlog'`
  await db.$executeRaw`
    UPDATE transmission SET reason_code = NULL, reason = NULL WHERE id IN ${lockedRows(isInBacklog)}`
}

/** How many of a merchant's messages wait for their portion. */
export async function countBacklog(db: Db, merchantId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM transmission
    WHERE merchant_id = ${merchantId} AND status = 'queued' AND reason_code = 'backlog'
      AND NOT is_sandbox`
  return row?.count ?? 0
}

/** Takes stream heads out of a merchant's backlog, at the most this many: what is new first, and of each kind the oldest. */
export async function takePortion(
  db: Db,
  merchantId: string,
  size: number,
): Promise<{ id: string; isHistory: boolean }[]> {
  const news = await takeOldest(db, merchantId, { size, isHistory: false })
  const history = await takeOldest(db, merchantId, { size: size - news.length, isHistory: true })
  return [...news, ...history]
}

async function takeOldest(
  db: Db,
  merchantId: string,
  { size, isHistory }: { size: number; isHistory: boolean },
): Promise<{ id: string; isHistory: boolean }[]> {
  if (size === 0) return []
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE transmission SET reason_code = NULL, reason = NULL
    WHERE id IN (
      SELECT t.id FROM transmission t
      WHERE t.merchant_id = ${merchantId} AND t.status = 'queued' AND t.reason_code = 'backlog'
        AND NOT t.is_sandbox AND t.is_history = ${isHistory} AND ${IS_STREAM_HEAD}
      ORDER BY t.id LIMIT ${size} FOR UPDATE SKIP LOCKED)
      AND status = 'queued'
    RETURNING id`
  const ids = rows.map((row) => row.id).sort()
  return ids.map((id) => ({ id, isHistory }))
}

/**
 * The stream head to try while nobody answers: one that may arrive twice
 * without harm if there is one, else the oldest.
 */
export async function findProbe(db: Db, merchantId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM transmission t
    WHERE t.merchant_id = ${merchantId} AND t.status = 'queued' AND t.reason_code = 'backlog'
      AND NOT t.is_sandbox AND ${IS_STREAM_HEAD}
    ORDER BY (t.type IN ('sale', 'refund')), t.id LIMIT 1`
  return row?.id ?? null
}

/** What is left stands behind others of its stream, which will call it: it needs no portion of its own. */
export async function endBacklog(db: Db, merchantId: string): Promise<void> {
  const isLeft = Prisma.sql`t.merchant_id = ${merchantId} AND t.status = 'queued'
    AND t.reason_code = 'backlog' AND NOT t.is_sandbox`
  await db.$executeRaw`
    UPDATE transmission SET reason_code = NULL, reason = NULL WHERE id IN ${lockedRows(isLeft)}`
}
