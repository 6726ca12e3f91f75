import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { endSync, findItemSync } from '#lib/db/item-syncs.ts'
import type { Access } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'

/** Ends the sync that is under way; what it fetched stays. `conflict` when there is none. */
export async function cancelItemSync(access: Access): Promise<void> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    const run = await findItemSync(db, merchantId)
    const end = { state: 'cancelled', message: `Cancelled by ${actor}.`, now: new Date() } as const
    if (run === null || !(await endSync(db, run, end)))
      throw new AppError('conflict', 'No sync is under way.')
    await insertAuditEntry(db, { merchantId, actor, action: 'item-sync.cancelled' })
  })
}
