import { findWebhookUrl } from '#lib/db/alert-channels.ts'
import { type DueDelivery, noteDelivery, takeDueDeliveries } from '#lib/db/alert-outbox.ts'
import { prisma } from '#lib/db/client.ts'
import { nextAlertTry } from '#lib/domain/alert-retry.ts'
import { composeAlert } from '#lib/domain/compose-alert.ts'
import { appUrl } from '#lib/env.ts'
import { logger } from '#lib/logger.ts'
import { sendToMail, sendToWebhook } from '#lib/outbound/send-alert.ts'
import type { SentMessage } from '#lib/outbound/send-mail.ts'

const BATCH_SIZE = 10

/**
 * Sends the alert messages that are due and notes what came of each; one that
 * was not taken is tried again a few times. Any number of processes may do it:
 * a message is sent by one of them. Of a process that dies between the send and
 * its note, the message goes out a second time: late beats never.
 */
export async function sendAlerts(now: Date): Promise<void> {
  const due = await takeDueDeliveries(prisma(), now, BATCH_SIZE)
  await Promise.all(due.map((delivery) => sendOne(delivery, now)))
}

async function sendOne(delivery: DueDelivery, now: Date): Promise<void> {
  const { id, attemptCount } = delivery
  const { isSent, isFinal, answer } = await send(delivery)
  const nextAttemptAt = isSent || isFinal ? null : nextAlertTry(attemptCount, now)
  const status = isSent ? 'sent' : nextAttemptAt === null ? 'failed' : 'waiting'
  await noteDelivery(prisma(), id, { status, answer, nextAttemptAt, now })
  logger.info({ id, attempt: attemptCount, status }, 'alert.sent')
}

async function send(delivery: DueDelivery): Promise<SentMessage> {
  const { kind, address, channelId, news, storeName, timeZone } = delivery
  const message = composeAlert(news, timeZone)
  const letterhead = { storeName, appUrl: appUrl() }
  if (kind === 'mail' && address !== null) return sendToMail(address, message, letterhead)
  const url = await findWebhookUrl(prisma(), channelId)
  return url === null ? REMOVED : sendToWebhook(url, message, letterhead)
}

const REMOVED: SentMessage = {
  isSent: false,
  isFinal: true,
  answer: 'This channel was removed before the message went out.',
}
