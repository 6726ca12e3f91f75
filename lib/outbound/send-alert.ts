import type { AlertMessage } from '#lib/domain/compose-alert.ts'
import { env } from '#lib/env.ts'
import { postHook } from './post-hook.ts'
import { type SentMessage, sendMail } from './send-mail.ts'
import { writeHookPost } from './write-hook-post.ts'
import { type Letterhead, writeMail } from './write-mail.ts'

/** Sends a message to one checked mail address by the operator's mail server. */
export async function sendToMail(
  address: string,
  message: AlertMessage,
  letterhead: Letterhead,
): Promise<SentMessage> {
  const { SMTP_URL: server, MAIL_FROM: from } = env
  if (server === undefined || from === undefined) return NO_SERVER
  return sendMail(writeMail(address, message, letterhead), { server, from })
}

/** Posts a message to an incoming webhook. */
export function sendToWebhook(
  url: string,
  message: AlertMessage,
  letterhead: Letterhead,
): Promise<SentMessage> {
  return postHook(url, writeHookPost(message, letterhead))
}

const NO_SERVER: SentMessage = {
  isSent: false,
  isFinal: false,
  answer:
    'No mail server is set: whoever runs this installation has to set SMTP_URL and MAIL_FROM.',
}
