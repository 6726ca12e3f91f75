import { requireDeed } from '#lib/access-check.ts'
import { findDigestHour, saveDigestHour } from '#lib/db/alert-settings.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { saveMerchant } from '#lib/db/merchants.ts'
import type { Access } from '#lib/domain/access.ts'
import { checkMerchantName, checkTimeZone } from '#lib/domain/account-fields.ts'
import { digestDay } from '#lib/domain/digest-day.ts'
import type { StoreProfile } from '#lib/domain/store-profile.ts'
import { requireFields } from '#lib/field-check.ts'

/**
 * Saves how the store is called and in which zone its days begin: those of the
 * log, of Reconcile and of the digest, of which none comes twice for one day.
 * Nothing that was told changes. `malformed` names the field.
 */
export async function saveStore(
  access: Access,
  given: StoreProfile,
  now: Date = new Date(),
): Promise<void> {
  requireDeed(access, 'own')
  const store = { name: given.name.trim(), timeZone: given.timeZone }
  requireFields(checkMerchantName(store.name), checkTimeZone(store.timeZone))
  const { merchantId, actor } = access
  const { timeZone } = store
  await inTransaction(async (db) => {
    await saveMerchant(db, merchantId, store)
    const hour = await findDigestHour(db, merchantId)
    await saveDigestHour(db, merchantId, { hour, doneDay: digestDay(now, { timeZone, hour }) })
    await insertAuditEntry(db, { merchantId, actor, action: 'merchant.changed', details: store })
  })
}
