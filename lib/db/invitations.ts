import { isRole, type Role } from '#lib/domain/access.ts'
import type { InvitationRow } from '#lib/domain/member.ts'
import { newId } from '#lib/ids.ts'
import { hashToken } from '#lib/secrets.ts'
import type { Db } from './client.ts'
import type { InvitationModel } from './generated/models/Invitation.ts'

export type Invitation = {
  id: string
  merchantId: string
  email: string
  role: Role
  invitedBy: string
  expiresAt: Date
}

/** Keeps an invitation with the hash of its token; the one before to the same address stops working. */
export async function replaceInvitation(
  db: Db,
  { token, ...invitation }: Omit<Invitation, 'id'> & { token: string },
): Promise<Invitation> {
  const { merchantId, email } = invitation
  await db.invitation.deleteMany({ where: { merchantId, email } })
  const kept = { id: newId(), ...invitation }
  await db.invitation.create({ data: { ...kept, tokenHash: hashToken(token) } })
  return kept
}

/** A merchant's open invitations, the newest first; those that are over are among them. */
export async function loadInvitations(db: Db, merchantId: string): Promise<Invitation[]> {
  const rows = await db.invitation.findMany({ where: { merchantId }, orderBy: { id: 'desc' } })
  return rows.flatMap(toInvitation)
}

/** The invitation behind a link; null when there is none, or its time is over. */
export async function findInvitation(db: Db, token: string, now: Date): Promise<Invitation | null> {
  const where = { tokenHash: hashToken(token), expiresAt: { gt: now } }
  const row = await db.invitation.findFirst({ where })
  return row === null ? null : (toInvitation(row)[0] ?? null)
}

/** Uses an invitation up; of two callers at once one gets true, since the second waits for the first's row. */
export async function spendInvitation(db: Db, id: string): Promise<boolean> {
  const { count } = await db.invitation.deleteMany({ where: { id } })
  return count === 1
}

/** Takes an invitation back; null when the merchant has none of this id. */
export async function withdrawInvitation(
  db: Db,
  { merchantId, id }: { merchantId: string; id: string },
): Promise<Invitation | null> {
  const row = await db.invitation.findFirst({ where: { merchantId, id } })
  const invitation = row === null ? undefined : toInvitation(row)[0]
  if (invitation === undefined || !(await spendInvitation(db, id))) return null
  return invitation
}

export async function deleteInvitationsTo(
  db: Db,
  { merchantId, email }: { merchantId: string; email: string },
): Promise<void> {
  await db.invitation.deleteMany({ where: { merchantId, email } })
}

export function toInvitationRow(invitation: Invitation, now: Date): InvitationRow {
  const { merchantId: _, expiresAt, ...row } = invitation
  return { ...row, expiresAt: expiresAt.toISOString(), isOver: expiresAt <= now }
}

function toInvitation(row: InvitationModel): Invitation[] {
  const { id, merchantId, email, role, invitedBy, expiresAt } = row
  return isRole(role) ? [{ id, merchantId, email, role, invitedBy, expiresAt }] : []
}
