import { requireDeed } from '#lib/access-check.ts'
import { saveDigestHour as save } from '#lib/db/alert-settings.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { getMerchant } from '#lib/db/merchants.ts'
import type { Access } from '#lib/domain/access.ts'
import { checkDigestHour } from '#lib/domain/alert-channel.ts'
import { digestDay } from '#lib/domain/digest-day.ts'
import { requireFields } from '#lib/field-check.ts'

/** Sets the full hour of the merchant's zone at which the daily digest is made, 0 to 23. `malformed` for another. */
export async function saveDigestHour(
  access: Access,
  hour: number,
  now: Date = new Date(),
): Promise<void> {
  requireDeed(access, 'edit')
  requireFields(checkDigestHour(hour))
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    const { timeZone } = await getMerchant(db, merchantId)
    await save(db, merchantId, { hour, doneDay: digestDay(now, { timeZone, hour }) })
    const details = { hour }
    await insertAuditEntry(db, { merchantId, actor, action: 'alert-digest.changed', details })
  })
}
