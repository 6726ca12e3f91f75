import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { getConnection } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import type { Way } from '#lib/domain/connection.ts'
import { AppError } from '#lib/errors.ts'
import { useWay } from '#lib/queue/use-way.ts'

/** Chooses by which of ONTRAPORT's doors messages go from now on. `conflict` for the API without an App ID and key. */
export async function setWay(access: Access, way: Way): Promise<void> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    const connection = await getConnection(db, merchantId)
    if (way === 'rest' && connection.app === null)
      throw new AppError('conflict', 'Enter the App ID and key of ONTRAPORT’s API first.')
    await useWay(db, merchantId, { way, now: new Date() })
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'connection.changed',
      details: { way },
    })
  })
}
