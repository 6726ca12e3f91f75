import type { Role } from './access.ts'

/** Somebody who may open a merchant's store. Times are ISO 8601 in UTC. */
export type MemberRow = {
  userId: string
  email: string
  /** Empty until they have entered one. */
  name: string
  role: Role
  joinedAt: string
  lastSignInAt: string | null
}

/** An invitation that nobody has accepted yet. Times are ISO 8601 in UTC. */
export type InvitationRow = {
  id: string
  email: string
  role: Role
  invitedBy: string
  expiresAt: string
  isOver: boolean
}

/** `link` is for the invited person, and in this answer only; `mail` says what came of mailing it, `null` where no mail server is set. */
export type MadeInvitation = { invitation: InvitationRow; link: string; mail: MailOutcome | null }

/** What the mail server said, as a sentence for the merchant. */
export type MailOutcome = { isSent: boolean; answer: string }

/** What a link invites to, for whoever holds it. */
export type InvitationView = { merchantName: string; email: string; role: Role }

/** Whether an owner is left once this member has another role, or none. */
export function keepsOwner(
  members: readonly { userId: string; role: Role }[],
  change: { userId: string; role: Role | null },
): boolean {
  return members.some(({ userId, role }) =>
    userId === change.userId ? change.role === 'owner' : role === 'owner',
  )
}
