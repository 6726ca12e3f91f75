import type { Db } from '#lib/db/client.ts'
import { enqueueItemSync, ITEM_SYNC_QUEUE } from './boss.ts'

const OVERDUE_AFTER_MS = 60_000

/** Gives a job to every sync that should have gone on a while ago and has none; returns how many. */
export async function enqueueOverdueSyncs(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - OVERDUE_AFTER_MS)
  const overdue = await db.$queryRaw<{ merchantId: string }[]>`
    SELECT merchant_id AS "merchantId" FROM item_sync sync
    WHERE state = 'running' AND next_call_at < ${before}
      AND NOT EXISTS (
        SELECT FROM pgboss.job
        WHERE job.name = ${ITEM_SYNC_QUEUE} AND job.state < 'completed'
          AND job.data ->> 'merchantId' = sync.merchant_id)`
  for (const { merchantId } of overdue) await enqueueItemSync(db, merchantId, null)
  return overdue.length
}
