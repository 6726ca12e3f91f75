import type { Db } from '#lib/db/client.ts'
import {
  BULK_RESEND_QUEUE,
  enqueueRun,
  ITEM_SYNC_QUEUE,
  ORDER_BACKFILL_QUEUE,
  type RunQueue,
} from './boss.ts'

const OVERDUE_AFTER_MS = 60_000

/** Gives a job to every run that should have gone on a while ago and has none; returns how many. */
export async function enqueueOverdueRuns(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - OVERDUE_AFTER_MS)
  const overdue = await db.$queryRaw<{ queue: RunQueue; merchantId: string }[]>`
    SELECT queue, merchant_id AS "merchantId" FROM (
      SELECT ${ITEM_SYNC_QUEUE} AS queue, merchant_id, state, next_call_at FROM item_sync
      UNION ALL
      SELECT ${ORDER_BACKFILL_QUEUE}, merchant_id, state, next_call_at FROM order_backfill
      UNION ALL
      SELECT ${BULK_RESEND_QUEUE}, merchant_id, state, next_step_at FROM bulk_resend
    ) run
    WHERE state = 'running' AND next_call_at < ${before}
      AND NOT EXISTS (
        SELECT FROM pgboss.job
        WHERE job.name = run.queue AND job.state < 'completed'
          AND job.data ->> 'merchantId' = run.merchant_id)`
  for (const { queue, merchantId } of overdue) await enqueueRun(db, queue, { merchantId, at: null })
  return overdue.length
}
