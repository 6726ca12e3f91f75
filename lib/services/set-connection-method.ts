import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { saveConnection } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import type { ConnectionMethod } from '#lib/domain/connection.ts'

/** Chooses how the store talks to ONTRAPORT; it counts for the events that arrive from now on. */
export async function setConnectionMethod(access: Access, method: ConnectionMethod): Promise<void> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    await saveConnection(db, merchantId, { method })
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'connection.changed',
      details: { method },
    })
  })
}
