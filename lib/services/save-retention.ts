import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { findRetention, saveRetentionOf } from '#lib/db/retention.ts'
import type { Access } from '#lib/domain/access.ts'
import { checkRetention, type Retention } from '#lib/domain/retention.ts'
import { requireFields } from '#lib/field-check.ts'

/** Saves how long this merchant keeps what; it takes effect with the next daily run. `malformed` beyond the bounds. */
export async function saveRetention(access: Access, retention: Retention): Promise<Retention> {
  requireDeed(access, 'own')
  requireFields(checkRetention(retention))
  const { merchantId, actor } = access
  const { bodyDays, rowMonths } = retention
  await inTransaction(async (db) => {
    const before = await findRetention(db, merchantId)
    await saveRetentionOf(db, merchantId, { bodyDays, rowMonths })
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'retention.changed',
      details: {
        bodyDays,
        rowMonths,
        bodyDaysBefore: before.bodyDays,
        rowMonthsBefore: before.rowMonths,
      },
    })
  })
  return { bodyDays, rowMonths }
}
