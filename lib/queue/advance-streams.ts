import { moveToBacklog } from '#lib/db/backlog.ts'
import { isPaced } from '#lib/db/circuits.ts'
import type { Sql } from '#lib/db/pipeline.ts'
import { keyColumns } from '#lib/db/streams.ts'
import type { StreamKey } from '#lib/domain/transmission.ts'
import { enqueueTransmissions } from './boss.ts'

/**
 * Gives the head of each stream its job. `newlyQueued` limits that to heads
 * that had none yet (a snapshot came); without it (a head finished) the next
 * one is always new. While what piled up goes out in portions, the next one
 * waits for its portion, too. The streams must be locked.
 */
export async function advanceStreams(
  db: Sql,
  keys: readonly StreamKey[],
  newlyQueued?: ReadonlySet<string>,
): Promise<void> {
  if (keys.length === 0) return
  await holdRefundsOfFailedSales(db, keys)
  const heads = await findHeads(db, keys)
  const due = heads.filter(
    (head) => head.isOverdue || (head.status === 'queued' && (newlyQueued?.has(head.id) ?? true)),
  )
  const isForLater = (head: Head) => newlyQueued === undefined && head.isPaced && head.isDue
  await moveToBacklog(
    db,
    due.filter(isForLater).map((head) => head.id),
  )
  await enqueueTransmissions(
    db,
    due
      .filter((head) => !isForLater(head))
      .map(({ id, merchantId, isOverdue, nextAttemptAt, isHistory }) => ({
        id,
        merchantId,
        isHistory,
        at: isOverdue ? null : nextAttemptAt,
      })),
  )
}

/** `isOverdue`: its retry came up while another of the stream stood before it. */
type Head = {
  id: string
  merchantId: string
  status: string
  isOverdue: boolean
  isDue: boolean
  isPaced: boolean
  isHistory: boolean
  nextAttemptAt: Date | null
}

/** The first of each stream that still has to go out; one that is being sent stands before all others. */
async function findHeads(db: Sql, keys: readonly StreamKey[]): Promise<Head[]> {
  const { merchantIds, kinds, references } = keyColumns(keys)
  return db.$queryRaw<Head[]>`
    SELECT DISTINCT ON (t.merchant_id, t.stream_kind, t.reference) t.id, t.merchant_id AS "merchantId",
      t.status, t.next_attempt_at AS "nextAttemptAt", t.is_history AS "isHistory",
      t.status = 'retrying' AND coalesce(t.next_attempt_at <= now(), true) AS "isOverdue",
      coalesce(t.next_attempt_at <= now(), true) AS "isDue", ${isPaced()} AS "isPaced"
    FROM transmission t
    JOIN unnest(${merchantIds}::text[], ${kinds}::text[], ${references}::text[])
        AS given (merchant_id, kind, reference)
      ON t.merchant_id = given.merchant_id AND t.stream_kind = given.kind AND t.reference = given.reference
    WHERE t.status IN ('queued', 'sending', 'retrying', 'unconfirmed')
    ORDER BY t.merchant_id, t.stream_kind, t.reference, (t.status = 'sending') DESC, t.position`
}

/**
 * ONTRAPORT cannot book a refund of a sale that it does not have, so a refund
 * waits while its sale has failed, and goes on once the sale is sent again.
 */
async function holdRefundsOfFailedSales(db: Sql, keys: readonly StreamKey[]): Promise<void> {
  const orders = keys.filter((key) => key.kind === 'order' || key.kind === 'sandbox-order')
  if (orders.length === 0) return
  const { merchantIds, kinds, references } = keyColumns(orders)
  await db.$executeRaw`
    UPDATE transmission refund SET
      status = CASE WHEN sale.status = 'failed' THEN 'held' ELSE 'queued' END,
      reason_code = CASE WHEN sale.status = 'failed' THEN 'sale-failed' END,
      reason = CASE WHEN sale.status = 'failed'
        THEN 'Waiting for its sale, which failed: send the sale again first' END,
      held_reason = CASE WHEN refund.status = 'held' THEN refund.reason ELSE refund.held_reason END,
      released_at = CASE WHEN refund.status = 'held' THEN now() ELSE refund.released_at END
    FROM transmission sale
    JOIN unnest(${merchantIds}::text[], ${kinds}::text[], ${references}::text[])
        AS given (merchant_id, kind, reference)
      ON sale.merchant_id = given.merchant_id AND sale.reference = given.reference
    WHERE sale.stream_kind = given.kind AND sale.type = 'sale'
      AND refund.merchant_id = sale.merchant_id AND refund.reference = sale.reference
      AND refund.stream_kind = sale.stream_kind AND refund.type = 'refund'
      AND ((sale.status = 'failed' AND refund.status = 'queued' AND refund.next_trigger = 'auto')
        OR (sale.status <> 'failed' AND refund.status = 'held' AND refund.reason_code = 'sale-failed'))`
}
