import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { saveUser } from '#lib/db/users.ts'
import type { Viewer } from '#lib/domain/access.ts'
import { checkPersonName, checkTimeZone } from '#lib/domain/account-fields.ts'
import { requireFields } from '#lib/field-check.ts'

export type Profile = {
  name: string
  /** IANA name of a zone; null for that of whichever store is shown. */
  timeZone: string | null
}

/**
 * Saves how whoever is signed in is called, and the zone in which they read
 * times; every store of theirs has it in its audit trail. `malformed` names the field.
 */
export async function saveProfile(viewer: Viewer, given: Profile): Promise<void> {
  const profile = { name: given.name.trim(), timeZone: given.timeZone }
  requireFields(
    checkPersonName(profile.name),
    profile.timeZone === null ? null : checkTimeZone(profile.timeZone),
  )
  const { userId, email: actor, memberships } = viewer
  await inTransaction(async (db) => {
    await saveUser(db, userId, profile)
    for (const { merchantId } of memberships)
      await insertAuditEntry(db, { merchantId, actor, action: 'profile.changed', details: profile })
  })
}
