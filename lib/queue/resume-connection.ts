import { moveToBacklog, takeOutOfBacklog } from '#lib/db/backlog.ts'
import type { Db } from '#lib/db/client.ts'
import { unpauseConnection } from '#lib/db/connections.ts'
import { env } from '#lib/env.ts'
import { type DueTransmission, enqueueTransmissions } from './boss.ts'
import { startDraining } from './start-draining.ts'

/**
 * Lifts the pause of a connection with the caller's transaction. The heads of
 * the waiting streams go on, what is new first, then the oldest: a first portion
 * at once, the rest in portions as after a silence of the receiver, and none
 * while it lasts. Harmless when there was no pause. Returns how many streams go on.
 */
export async function resumeConnection(
  db: Db,
  merchantId: string,
  now: Date = new Date(),
): Promise<number> {
  await unpauseConnection(db, merchantId)
  const heads = await findWaitingHeads(db, merchantId)
  const isOfLater = (head: WaitingHead, index: number) =>
    !head.isSandbox && head.at === null && index >= env.DRAIN_PER_SECOND
  const later = heads.filter(isOfLater).map((head) => head.id)
  const first = heads.filter((head, index) => !isOfLater(head, index))
  await takeOutOfBacklog(
    db,
    first.map((head) => head.id),
  )
  await enqueueTransmissions(db, first)
  await moveToBacklog(db, later)
  if (later.length > 0) await startDraining(db, merchantId, now)
  return heads.length
}

type WaitingHead = DueTransmission & { isSandbox: boolean }

async function findWaitingHeads(db: Db, merchantId: string): Promise<WaitingHead[]> {
  return db.$queryRaw<WaitingHead[]>`
    SELECT id, ${merchantId} AS "merchantId", is_sandbox AS "isSandbox",
      is_history AS "isHistory", CASE WHEN status = 'queued' THEN next_attempt_at END AS at
    FROM (
      SELECT DISTINCT ON (stream_kind, reference) id, is_sandbox, is_history, status, next_attempt_at
      FROM transmission
      WHERE merchant_id = ${merchantId} AND status IN ('queued', 'sending', 'retrying', 'unconfirmed')
        AND is_sandbox = (SELECT is_sandbox FROM connection WHERE merchant_id = ${merchantId})
      ORDER BY stream_kind, reference, (status = 'sending') DESC, position
    ) head
    WHERE status = 'queued' OR (status = 'retrying' AND next_attempt_at <= now())
    ORDER BY is_history, id`
}
