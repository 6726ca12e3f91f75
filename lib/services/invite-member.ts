import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { type Db, inTransaction } from '#lib/db/client.ts'
import { loadInvitations, replaceInvitation, toInvitationRow } from '#lib/db/invitations.ts'
import { loadMembers } from '#lib/db/members.ts'
import { type Access, ROLES } from '#lib/domain/access.ts'
import { checkEmail, normalizeEmail } from '#lib/domain/account-fields.ts'
import type { MadeInvitation } from '#lib/domain/member.ts'
import { appUrl } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { requireChoice, requireFields } from '#lib/field-check.ts'
import { makeSecret } from '#lib/secrets.ts'
import { mailInvitation } from './invite-member/mail-invitation.ts'

const VALID_MS = 7 * 24 * 60 * 60 * 1_000
const MOST_INVITATIONS = 100

/**
 * Invites somebody to the store by a link that works once, for 7 days; only its
 * hash is kept, and where a mail server is set it is mailed, too. Whether the address has an account here changes nothing in the
 * answer. An open invitation to it is replaced. `malformed` names the field,
 * `conflict` for who is a member already.
 */
export async function inviteMember(
  access: Access,
  given: { email: string; role: string },
  now: Date = new Date(),
): Promise<MadeInvitation> {
  requireDeed(access, 'own')
  const email = normalizeEmail(given.email)
  requireFields(checkEmail(email))
  const role = requireChoice(given.role, { what: 'role', choices: ROLES })
  const token = makeSecret()
  const { merchantId, actor } = access
  const invitation = await inTransaction(async (db) => {
    await requireNewcomer(db, merchantId, email)
    const expiresAt = new Date(now.getTime() + VALID_MS)
    const details = { email, role }
    await insertAuditEntry(db, { merchantId, actor, action: 'member.invited', details })
    return replaceInvitation(db, { merchantId, email, role, invitedBy: actor, expiresAt, token })
  })
  return {
    invitation: toInvitationRow(invitation, now),
    link: `${appUrl()}/join?token=${token}`,
    mail: await mailInvitation(invitation, { token, now }),
  }
}

async function requireNewcomer(db: Db, merchantId: string, email: string): Promise<void> {
  const members = await loadMembers(db, merchantId)
  if (members.some((member) => member.email === email))
    throw new AppError('conflict', `${email} is a member already: change the role in the list.`)
  const invitations = await loadInvitations(db, merchantId)
  if (invitations.length >= MOST_INVITATIONS)
    throw new AppError('conflict', 'There are too many open invitations: withdraw some first.')
}
