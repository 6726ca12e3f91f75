import { admitInvited } from '#lib/db/admit-invited.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { findInvitation, type Invitation, spendInvitation } from '#lib/db/invitations.ts'
import { insertAccount } from '#lib/db/users.ts'
import { checkPassword, checkPersonName } from '#lib/domain/account-fields.ts'
import { AppError } from '#lib/errors.ts'
import { requireFields } from '#lib/field-check.ts'
import { hashPassword } from '#lib/passwords.ts'

export type Joining = { token: string; name: string; password: string }

/**
 * Makes an account for whoever holds the link, under the address that was
 * invited, and a member of it. `unauthorized` when the link is used, withdrawn
 * or over, and in the same words when the address has an account, which is kept
 * as it is; `malformed` names the field.
 */
export async function joinByInvitation(
  { token, name, password }: Joining,
  now: Date = new Date(),
): Promise<{ email: string; merchantId: string }> {
  const invitation = await findInvitation(prisma(), token, now)
  if (invitation === null) throw refused()
  requireFields(checkPersonName(name), checkPassword(password))
  const passwordHash = await hashPassword(password)
  await makeMember(invitation, { name: name.trim(), passwordHash })
  const { email, merchantId } = invitation
  return { email, merchantId }
}

function refused(): AppError {
  return new AppError(
    'unauthorized',
    'No new account can be made with this link. If you have an account here, choose “I have an account”. Otherwise ask an owner of the store for a fresh link.',
  )
}

async function makeMember(
  invitation: Invitation,
  account: { name: string; passwordHash: string },
): Promise<void> {
  await inTransaction(async (db) => {
    if (!(await spendInvitation(db, invitation.id))) throw refused()
    const userId = await insertAccount(db, { email: invitation.email, ...account })
    if (userId === null) throw refused()
    await admitInvited(db, invitation, { userId, isNewAccount: true })
  })
}
