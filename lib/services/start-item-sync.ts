import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { beginItemSync, findItemSync } from '#lib/db/item-syncs.ts'
import type { Access } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { enqueueItemSync } from '#lib/queue/boss.ts'

/** Clocks differ, and an item that changed during the last run may have been passed by. */
const OVERLAP_MS = 10 * 60_000

/**
 * Starts fetching the store's items from UltraCart, in the relay's process:
 * all of them, or `changes` since the last whole run (all when there was
 * none). `conflict` without a simple key, and while a run is under way.
 */
export async function startItemSync(access: Access, scope: 'all' | 'changes'): Promise<void> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const startedAt = new Date()
  await inTransaction(async (db) => {
    const connection = await findConnection(db, merchantId)
    if (connection?.simpleKey == null)
      throw new AppError('conflict', 'Enter the simple key of UltraCart first.')
    const last = await findItemSync(db, merchantId)
    const completeAsOf = scope === 'changes' ? (last?.completeAsOf ?? null) : null
    const changedSince =
      completeAsOf === null ? null : new Date(completeAsOf.getTime() - OVERLAP_MS)
    const run = { merchantId, runId: newId(), changedSince, startedAt }
    if ((await beginItemSync(db, run)) === null)
      throw new AppError('conflict', 'A sync is under way already.')
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'item-sync.started',
      details: { changedSince: changedSince?.toISOString() ?? null },
    })
    await enqueueItemSync(db, merchantId, null)
  })
}
