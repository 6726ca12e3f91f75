import { insertAuditEntry } from './audit.ts'
import type { Db } from './client.ts'
import type { Invitation } from './invitations.ts'
import { addMembership } from './members.ts'

/** Makes a person a member whose invitation has just been spent, with the caller's transaction. */
export async function admitInvited(
  db: Db,
  { merchantId, email, role, invitedBy }: Invitation,
  { userId, isNewAccount }: { userId: string; isNewAccount: boolean },
): Promise<void> {
  await addMembership(db, { userId, merchantId, role })
  const details = { role, invitedBy, isNewAccount }
  const entry = { merchantId, actor: email, action: 'invitation.accepted', details }
  await insertAuditEntry(db, entry)
}
