import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadInvitations, toInvitationRow } from '#lib/db/invitations.ts'
import type { Access } from '#lib/domain/access.ts'
import type { InvitationRow } from '#lib/domain/member.ts'

/** The invitations to the store that nobody has accepted, the newest first; an owner sees them. */
export async function listInvitations(
  access: Access,
  now: Date = new Date(),
): Promise<InvitationRow[]> {
  requireDeed(access, 'own')
  const invitations = await loadInvitations(prisma(), access.merchantId)
  return invitations.map((invitation) => toInvitationRow(invitation, now))
}
