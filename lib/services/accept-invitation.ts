import { admitInvited } from '#lib/db/admit-invited.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { findInvitation, spendInvitation } from '#lib/db/invitations.ts'
import type { Viewer } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'

/**
 * Makes whoever is signed in a member of the store that the link invites them
 * to; one who is a member already keeps their role. `unauthorized` when the link
 * is used, withdrawn or over, or is for another address.
 */
export async function acceptInvitation(
  { userId, email }: Viewer,
  token: string,
  now: Date = new Date(),
): Promise<{ merchantId: string }> {
  const invitation = await findInvitation(prisma(), token, now)
  if (invitation === null || invitation.email !== email) throw refused()
  await inTransaction(async (db) => {
    if (!(await spendInvitation(db, invitation.id))) throw refused()
    await admitInvited(db, invitation, { userId, isNewAccount: false })
  })
  return { merchantId: invitation.merchantId }
}

function refused(): AppError {
  return new AppError(
    'unauthorized',
    'This link does not work for your account: it has been used or withdrawn, is older than 7 days, or is for another address. Ask an owner of the store for a fresh one.',
  )
}
