import { countAuditEntries } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import type { Invitation } from '#lib/db/invitations.ts'
import { getMerchant } from '#lib/db/merchants.ts'
import type { MailOutcome } from '#lib/domain/member.ts'
import { appUrl, env } from '#lib/env.ts'
import { sendToMail } from '#lib/outbound/send-alert.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** An installation's mail server is not there to write to strangers. */
const MOST_A_DAY = 30

/**
 * Mails an invitation's link at once and says what the mail server answered;
 * `null` where no mail server is set. It is not queued as alerts are: the link
 * is a secret of which only the hash is kept, and whoever invites has it before
 * them if the mail does not go out.
 */
export async function mailInvitation(
  { merchantId, email, role, invitedBy }: Invitation,
  { token, now }: { token: string; now: Date },
): Promise<MailOutcome | null> {
  if (env.SMTP_URL === undefined) return null
  const since = new Date(now.getTime() - DAY_MS)
  const wish = { action: 'member.invited', since, most: MOST_A_DAY + 1 }
  if ((await countAuditEntries(prisma(), merchantId, wish)) > MOST_A_DAY)
    return { isSent: false, answer: 'Too many invitations were mailed today.' }
  const { name: storeName } = await getMerchant(prisma(), merchantId)
  const message = {
    headline: `You are invited to ${storeName}`,
    paragraphs: [
      `${invitedBy} invites you, as ${role === 'viewer' ? 'a viewer' : `an ${role}`}, to Relay, which tells ONTRAPORT of this store’s orders.`,
      'The link works once, for 7 days. If you do not know what this is about, do nothing.',
    ],
    next: null,
    path: `/join?token=${token}`,
  }
  const foot = `This mail came because ${invitedBy} entered your address.`
  const { isSent, answer } = await sendToMail(email, message, { storeName, appUrl: appUrl(), foot })
  return { isSent, answer }
}
