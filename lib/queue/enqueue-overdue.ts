import { isHeldBack, isPaced } from '#lib/db/circuits.ts'
import type { Db } from '#lib/db/client.ts'
import { HAS_CREDENTIALS } from '#lib/db/connections.ts'
import { IS_STREAM_HEAD } from '#lib/db/stream-head.ts'
import { type DueTransmission, enqueueTransmissions, TRANSMISSION_QUEUE } from './boss.ts'

/** Longer than any job waits for a free worker that is not far behind. */
const OVERDUE_AFTER_MS = 60_000
const BATCH_SIZE = 1_000

/** Gives a job to every stream head that should have gone out a while ago and has none; returns how many. */
export async function enqueueOverdue(db: Db, now: Date): Promise<number> {
  const since = new Date(now.getTime() - OVERDUE_AFTER_MS)
  const overdue = await db.$queryRaw<Omit<DueTransmission, 'at'>[]>`
    SELECT t.id, t.merchant_id AS "merchantId", t.is_history AS "isHistory" FROM transmission t
    JOIN connection c ON c.merchant_id = t.merchant_id
    WHERE t.status IN ('queued', 'retrying') AND c.paused_at IS NULL AND c.is_sandbox = t.is_sandbox
      AND ${HAS_CREDENTIALS}
      AND coalesce(t.next_attempt_at, t.created_at) < ${since}
      AND NOT ${isHeldBack(now)} AND NOT (t.reason_code IS NOT DISTINCT FROM 'backlog' AND ${isPaced()})
      AND ${IS_STREAM_HEAD}
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job
        WHERE job.name = ${TRANSMISSION_QUEUE} AND job.state < 'completed' AND job.data ->> 'id' = t.id::text)
    ORDER BY t.id LIMIT ${BATCH_SIZE}`
  await enqueueTransmissions(
    db,
    overdue.map((row) => ({ ...row, at: null })),
  )
  return overdue.length
}
