import { type Db, inTransaction } from './client.ts'
import { Prisma } from './generated/client.ts'
import { isCreatedBefore, isCreatedFrom, isCreatedWithin } from './log-filter.ts'

/** How long a row took from the moment from which it could go out, as a step of the hours' counts. */
export const DELAY_BUCKET = Prisma.sql`delay_bucket(status, coalesce(released_at, created_at), finished_at)`

/** Longer than any transaction of ours may last, so that nothing of an hour can commit after it was counted unmarked. */
const SETTLE_MINUTES = 15
/** How many marks one run takes up. */
const MARK_LIMIT = 5_000

/**
 * Counts the hours that have closed, and again those that changed since. Safe
 * in several processes at once: one counts, the others pass.
 */
export async function countClosedHours(now: Date): Promise<{ recounted: number }> {
  return inTransaction(async (db) => {
    if (!(await isFirst(db))) return { recounted: 0 }
    await countNewHours(db, now)
    return { recounted: await countMarkedHours(db) }
  })
}

async function isFirst(db: Db): Promise<boolean> {
  const [lock] = await db.$queryRaw<{ isOurs: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('transmission_hour')) AS "isOurs"`
  return lock?.isOurs ?? false
}

async function countNewHours(db: Db, now: Date): Promise<void> {
  const [progress] = await db.$queryRaw<{ from: Date; until: Date }[]>`
    UPDATE transmission_hour_progress p SET counted_until = given.until
    FROM (SELECT counted_until AS "from", date_trunc('hour', least(${now}::timestamptz, now())
            - make_interval(mins => ${SETTLE_MINUTES}::integer), 'UTC') AS until
          FROM transmission_hour_progress) given
    WHERE p.counted_until < given.until
    RETURNING given."from", given.until`
  if (progress === undefined) return
  await db.$executeRaw`
    INSERT INTO transmission_hour
    SELECT merchant_id, date_trunc('hour', created_at, 'UTC'), is_sandbox, type, status,
      ${DELAY_BUCKET}, count(*)
    FROM transmission
    WHERE ${isCreatedFrom(progress.from)} AND ${isCreatedBefore(progress.until)}
    GROUP BY 1, 2, 3, 4, 5, 6`
}

/** A mark that is seen belongs to a change that has committed, so the count that follows sees it, too. */
async function countMarkedHours(db: Db): Promise<number> {
  const marks = await db.$queryRaw<{ merchantId: string; hour: Date }[]>`
    WITH taken AS (
      DELETE FROM transmission_hour_mark
      WHERE id IN (SELECT id FROM transmission_hour_mark ORDER BY id LIMIT ${MARK_LIMIT})
      RETURNING merchant_id, hour)
    SELECT DISTINCT merchant_id AS "merchantId", hour FROM taken, transmission_hour_progress p
    WHERE hour < p.counted_until`
  if (marks.length === 0) return 0
  const merchantIds = marks.map((mark) => mark.merchantId)
  const hours = marks.map((mark) => mark.hour)
  await db.$executeRaw`
    DELETE FROM transmission_hour
    WHERE (merchant_id, hour) IN (
      SELECT * FROM unnest(${merchantIds}::text[], ${hours}::timestamptz[]))`
  await db.$executeRaw`
    INSERT INTO transmission_hour
    SELECT marked.merchant_id, marked.hour, counted.*
    FROM unnest(${merchantIds}::text[], ${hours}::timestamptz[]) marked (merchant_id, hour)
    CROSS JOIN LATERAL (
      SELECT is_sandbox, type, status, ${DELAY_BUCKET}, count(*)
      FROM transmission t
      WHERE t.merchant_id = marked.merchant_id
        AND ${isCreatedWithin(Prisma.sql`marked.hour`, Prisma.sql`marked.hour + interval '1 hour'`)}
      GROUP BY 1, 2, 3, 4) counted`
  return marks.length
}
