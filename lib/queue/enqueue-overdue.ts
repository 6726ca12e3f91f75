import type { Db } from '#lib/db/client.ts'
import { enqueueTransmissions, TRANSMISSION_QUEUE } from './boss.ts'

/** Longer than any job waits for a free worker that is not far behind. */
const OVERDUE_AFTER_MS = 60_000
const BATCH_SIZE = 1_000

/** Gives a job to every stream head that should have gone out a while ago and has none; returns how many. */
export async function enqueueOverdue(db: Db, now: Date): Promise<number> {
  const since = new Date(now.getTime() - OVERDUE_AFTER_MS)
  const overdue = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM transmission t
    JOIN connection c ON c.merchant_id = t.merchant_id
    WHERE t.status IN ('queued', 'retrying') AND c.paused_at IS NULL AND c.is_sandbox = t.is_sandbox
      AND (c.is_sandbox OR c.api_key_sealed IS NOT NULL)
      AND coalesce(t.next_attempt_at, t.created_at) < ${since}
      AND NOT EXISTS (
        SELECT 1 FROM transmission earlier
        WHERE earlier.merchant_id = t.merchant_id AND earlier.stream_kind = t.stream_kind
          AND earlier.reference = t.reference AND earlier.id <> t.id
          AND (earlier.status = 'sending'
            OR (earlier.status IN ('queued', 'retrying', 'unconfirmed') AND earlier.position < t.position)))
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job
        WHERE job.name = ${TRANSMISSION_QUEUE} AND job.state < 'completed' AND job.data ->> 'id' = t.id::text)
    ORDER BY t.id LIMIT ${BATCH_SIZE}`
  await enqueueTransmissions(
    db,
    overdue.map(({ id }) => ({ id, at: null })),
  )
  return overdue.length
}
