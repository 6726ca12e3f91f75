import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { getConnection } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import type { AffiliatesImport } from '#lib/domain/affiliate-list.ts'
import { recordDeliveries } from '#lib/queue/record-deliveries.ts'
import { packDelivery } from '#lib/queue/take-delivery.ts'
import { readAffiliateList } from '#lib/ultracart/affiliates/read-affiliate-list.ts'

/**
 * Takes a list of affiliates in: what it changes is committed with what is to
 * be told, all or nothing. Faulty rows are left out and counted. Throws
 * `AppError('malformed')` for a file that is no such list, `forbidden` for
 * viewers.
 */
export async function importAffiliatesCsv(
  access: Access,
  { file }: { file: Uint8Array },
): Promise<AffiliatesImport> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const listed = readAffiliateList(file, merchantId)
  const snapshots = listed.flatMap((one) => (one.kind === 'read' ? [one.affiliate] : []))
  const faulty = listed.length - snapshots.length
  const connection = await getConnection(prisma(), merchantId)
  const envelope = await packDelivery({
    connection,
    source: 'affiliates',
    contentType: 'text/csv',
    body: file,
  })
  return inTransaction(async (db) => {
    const receipts = await recordDeliveries(db, [{ ...envelope, snapshots, ignoredCount: faulty }])
    const { accepted = 0, unchanged = 0 } = receipts[0] ?? {}
    const result = { accepted, unchanged, faulty }
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'affiliates.imported',
      details: result,
    })
    return result
  })
}
