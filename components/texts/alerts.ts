import type { AlertKind } from '#lib/domain/alert.ts'
import type { AlertDeliveryStatus } from '#lib/domain/alert-channel.ts'

const KINDS: Record<AlertKind, { label: string; meaning: string; short: string }> = {
  bad: {
    label: 'When something turns bad',
    meaning:
      'The key has gone stale, ONTRAPORT does not answer, messages failed for good or wait for your decision, the disk is nearly full.',
    short: 'turning bad',
  },
  recovery: {
    label: 'When it is put right',
    meaning: 'Whatever was told before works again.',
    short: 'recovery',
  },
  silence: {
    label: 'When UltraCart goes silent',
    meaning: 'No event for much longer than this store is ever quiet.',
    short: 'silence',
  },
  digest: {
    label: 'A digest every day',
    meaning: 'How many were sent, failed and wait, and what needs somebody.',
    short: 'daily digest',
  },
}

const STATUSES: Record<AlertDeliveryStatus, string> = {
  waiting: 'On its way',
  sent: 'Taken',
  failed: 'Not taken',
}

export const ALERTS_TEXTS = {
  title: 'Alerts',
  kinds: KINDS,
  channels: {
    title: 'Who is told',
    description:
      'Mail addresses and chat channels that hear when this store needs somebody. Of one cause not more than one message goes out in an hour; the sandbox alerts nobody.',
    table: 'Where alerts go',
    columns: { target: 'Goes to', tells: 'Is told of', actions: 'Actions' },
    kindOf: { mail: 'Mail', webhook: 'Chat' },
    empty: {
      title: 'Nobody is told yet',
      text: 'Add a mail address, or the incoming webhook of a chat such as Slack, and Relay says when the store needs somebody, so that nobody has to look.',
      forViewers: 'An owner or an editor can add mail addresses and chats here.',
    },
  },
  noMail: {
    title: 'Mails cannot be sent yet',
    text: 'Whoever runs this installation has to name a mail server: set SMTP_URL (such as smtps://user:password@mail.example.com:465) and MAIL_FROM (the address that mails come from), then start Relay again. Chats work without it.',
  },
  addMail: 'Add a mail address',
  addWebhook: 'Add a chat',
  form: {
    title: {
      mail: 'Add a mail address',
      webhook: 'Add a chat',
      change: (target: string) => `Change ${target}`,
    },
    mail: 'Mail address',
    webhook: 'Address of the incoming webhook',
    webhookHelp:
      'In Slack: Apps, Incoming Webhooks, Add to a channel, copy the Webhook URL. Mattermost, Rocket.Chat and others take the same messages. The address is kept encrypted.',
    keepHelp: (hint: string) => `Leave it empty to keep ${hint}.`,
    tells: 'Tell',
    submit: 'Save',
    saved: (target: string) => `Alerts go to ${target}`,
  },
  change: { button: 'Change…', label: (target: string) => `Change ${target}` },
  test: {
    button: 'Send a test',
    label: (target: string) => `Send a test to ${target}`,
  },
  remove: {
    button: 'Remove…',
    label: (target: string) => `Remove ${target}`,
    title: (target: string) => `Send no more alerts to ${target}?`,
    consequence: 'It hears of nothing from now on; what was still on its way is not sent.',
    confirm: 'Remove',
    cancel: 'Keep',
    done: (target: string) => `${target} is removed`,
  },
  digest: {
    title: 'Daily digest',
    description: (timeZone: string) =>
      `Goes to whoever is told of the daily digest, once a day by the store’s clock (${timeZone}), about the day before.`,
    hour: 'Sent at',
    saved: (hour: string) => `The digest is sent at ${hour}`,
  },
  recent: {
    title: 'Latest alerts',
    description: 'The newest twenty, with what the mail server or the chat answered.',
    table: 'Latest alerts, newest first',
    columns: { alert: 'Alert', at: 'When', outcome: 'What came of it' },
    statuses: STATUSES,
    tries: (count: number) => (count === 1 ? 'after 1 try' : `after ${count} tries`),
    next: 'tried again',
    empty: {
      title: 'No alert yet',
      text: 'Nothing has turned bad since somebody is told of it. Send a test to see that messages arrive.',
    },
  },
} as const

/** A full hour of the day, such as `08:00`. */
export function hourInWords(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
