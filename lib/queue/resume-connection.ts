import type { Db } from '#lib/db/client.ts'
import { unpauseConnection } from '#lib/db/connections.ts'
import { type DueTransmission, enqueueTransmissions } from './boss.ts'

/**
 * Lifts the pause of a connection and gives every waiting stream's head its
 * job again, oldest first, with the caller's transaction. Harmless when there
 * was no pause. Returns how many streams went on.
 */
export async function resumeConnection(db: Db, merchantId: string): Promise<number> {
  await unpauseConnection(db, merchantId)
  const heads = await db.$queryRaw<DueTransmission[]>`
    SELECT id, CASE WHEN status = 'queued' THEN next_attempt_at END AS at FROM (
      SELECT DISTINCT ON (stream_kind, reference) id, status, next_attempt_at
      FROM transmission
      WHERE merchant_id = ${merchantId} AND status IN ('queued', 'sending', 'retrying', 'unconfirmed')
        AND is_sandbox = (SELECT is_sandbox FROM connection WHERE merchant_id = ${merchantId})
      ORDER BY stream_kind, reference, (status = 'sending') DESC, position
    ) head
    WHERE status = 'queued' OR (status = 'retrying' AND next_attempt_at <= now())
    ORDER BY id`
  await enqueueTransmissions(db, heads)
  return heads.length
}
