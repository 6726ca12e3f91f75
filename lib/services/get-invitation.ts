import { prisma } from '#lib/db/client.ts'
import { findInvitation } from '#lib/db/invitations.ts'
import { getMerchant } from '#lib/db/merchants.ts'
import type { InvitationView } from '#lib/domain/member.ts'

/** What a link invites to, for whoever holds it; null when it is used, withdrawn, over or none of ours. */
export async function getInvitation(
  token: string,
  now: Date = new Date(),
): Promise<InvitationView | null> {
  const invitation = await findInvitation(prisma(), token, now)
  if (invitation === null) return null
  const { merchantId, email, role } = invitation
  const { name } = await getMerchant(prisma(), merchantId)
  return { merchantName: name, email, role }
}
