import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { endBackfill, findOrderBackfill } from '#lib/db/order-backfills.ts'
import type { Access } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'

/** Ends the backfill that is under way; the orders that it brought stay. `conflict` when there is none. */
export async function cancelOrderBackfill(access: Access): Promise<void> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    const run = await findOrderBackfill(db, merchantId)
    const end = { state: 'cancelled', message: `Cancelled by ${actor}.`, now: new Date() } as const
    if (run === null || !(await endBackfill(db, run, end)))
      throw new AppError('conflict', 'No backfill is under way.')
    await insertAuditEntry(db, { merchantId, actor, action: 'order-backfill.cancelled' })
  })
}
