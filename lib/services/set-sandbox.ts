import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import type { SandboxSwitch } from '#lib/domain/sandbox.ts'
import { switchSandbox } from '#lib/queue/switch-sandbox.ts'

/**
 * Puts the store into the sandbox, where messages go to a receiver inside the
 * product, or live. What waits for ONTRAPORT waits until the store is live; what
 * the sandbox still had open when it is left is skipped and counted. A store
 * that goes live for the first time tells nothing of orders placed before `now`.
 */
export async function setSandbox(
  access: Access,
  isSandbox: boolean,
  now: Date = new Date(),
): Promise<SandboxSwitch> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  return inTransaction(async (db) => {
    const switched = await switchSandbox(db, { merchantId, isSandbox, now })
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: isSandbox ? 'sandbox.entered' : 'sandbox.left',
      details: { closedCount: switched.closedCount, startDate: switched.startDate },
    })
    return switched
  })
}
