import { requireDeed } from '#lib/access-check.ts'
import {
  type AlertChannel,
  claimAlertTest,
  findAlertChannel,
  findWebhookUrl,
} from '#lib/db/alert-channels.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { getMerchant } from '#lib/db/merchants.ts'
import type { Access } from '#lib/domain/access.ts'
import type { ChannelTest } from '#lib/domain/alert-channel.ts'
import { TEST_MESSAGE } from '#lib/domain/alert-words.ts'
import { appUrl } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { sendToMail, sendToWebhook } from '#lib/outbound/send-alert.ts'
import type { SentMessage } from '#lib/outbound/send-mail.ts'

const REST_MS = 10_000

/**
 * Sends a test message to one channel at once and says what the mail server or
 * the webhook answered. `not-found` for an unknown channel, `too-many` for one
 * that was tested within the last 10 seconds.
 */
export async function testAlertChannel(
  access: Access,
  id: string,
  now: Date = new Date(),
): Promise<ChannelTest> {
  requireDeed(access, 'edit')
  const { merchantId } = access
  const channel = await findAlertChannel(prisma(), merchantId, id)
  if (channel === null) throw new AppError('not-found', 'There is no such channel any more.')
  await claim(access, channel, now)
  const { name: storeName } = await getMerchant(prisma(), merchantId)
  const { isSent, answer } = await send(channel, { storeName, appUrl: appUrl() })
  return { isSent, message: answer }
}

/** Noted before the send: a test that is not in the trail was not sent. */
async function claim(
  { merchantId, actor }: Access,
  { id, kind, target }: AlertChannel,
  now: Date,
): Promise<void> {
  await inTransaction(async (db) => {
    const notSince = new Date(now.getTime() - REST_MS)
    if (!(await claimAlertTest(db, id, { now, notSince })))
      throw new AppError('too-many', 'This channel was tested a moment ago: wait ten seconds.')
    const details = { kind, target }
    await insertAuditEntry(db, { merchantId, actor, action: 'alert-channel.tested', details })
  })
}

async function send(
  { id, kind, target }: AlertChannel,
  letterhead: { storeName: string; appUrl: string },
): Promise<SentMessage> {
  if (kind === 'mail') return sendToMail(target, TEST_MESSAGE, letterhead)
  const url = await findWebhookUrl(prisma(), id)
  if (url === null) throw new AppError('not-found', 'There is no such channel any more.')
  return sendToWebhook(url, TEST_MESSAGE, letterhead)
}
