import { ALERT_KINDS, type AlertKind, type AlertTopic, type AlertTurn } from './alert.ts'
import { isOneLine } from './one-line.ts'

/** Where alerts go: one mail address, or one Slack-style webhook. */
export type AlertChannelKind = 'mail' | 'webhook'

/** What a merchant typed of a channel. */
export type AlertChannelWish = {
  /** `null` makes a new one. */
  id: string | null
  kind: AlertChannelKind
  /** An address of either kind; of a webhook `null` keeps the one that is saved. */
  target: string | null
  tells: AlertKind[]
}

/** A channel as the screens show it; of a webhook's address only its host and its end. */
export type AlertChannelView = {
  id: string
  kind: AlertChannelKind
  target: string
  tells: AlertKind[]
}

export const ALERT_DELIVERY_STATUSES = ['waiting', 'sent', 'failed'] as const
export type AlertDeliveryStatus = (typeof ALERT_DELIVERY_STATUSES)[number]

/** One message to one channel. Times are ISO 8601 in UTC. */
export type AlertDeliveryView = {
  recipient: string
  status: AlertDeliveryStatus
  attemptCount: number
  nextAttemptAt: string | null
  /** What was answered last, in words; `null` before the first try. */
  answer: string | null
}

/** An alert that was told, or is being told. */
export type AlertView = {
  id: string
  topic: AlertTopic
  turn: AlertTurn | 'digest'
  headline: string
  createdAt: string
  deliveries: AlertDeliveryView[]
}

/** The section of the settings. */
export type AlertsView = {
  channels: AlertChannelView[]
  digestHour: number
  timeZone: string
  /** Whether the operator has set a mail server. */
  isMailReady: boolean
  /** Newest first. */
  recent: AlertView[]
}

/** What came of a test; a sentence for the merchant. */
export type ChannelTest = { isSent: boolean; message: string }

export const MOST_CHANNELS = 20
const LONGEST_EMAIL = 254
const LONGEST_URL = 2_000

/** What is wrong with a mail address; `null` when it is one single address that mail servers take as it stands. */
export function checkMailAddress(address: string): string | null {
  const [local = '', domain = ''] = address.split('@')
  const isAddress =
    address.length <= LONGEST_EMAIL &&
    local.length <= 64 &&
    LOCAL_PART.test(local) &&
    DOMAIN.test(domain) &&
    address === `${local}@${domain}`
  return isAddress ? null : 'Enter one mail address, such as ann@example.com.'
}

/** No quotes, comments, routes or lists. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}))*$/

/** What is wrong with a webhook's address; `null` when it will do. Without encryption only where the operator allows private addresses. */
export function checkWebhookUrl(text: string, isPlainAllowed: boolean): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || text.length > LONGEST_URL || !isOneLine(text) || /\s/.test(text))
    return 'Enter the whole address of the webhook, such as https://hooks.slack.com/services/…'
  if (url.username !== '' || url.password !== '')
    return 'The address of the webhook must not hold a user name or a password.'
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isPlainAllowed)) return null
  return 'The address of the webhook must begin with https://'
}

/** The host and the last characters, such as `hooks.slack.com/…a7Xq`. */
export function hintOfWebhookUrl(text: string): string {
  const { host, pathname, search } = new URL(text)
  const secret = `${pathname}${search}`
  return secret.length < 12 ? `${host}/…` : `${host}/…${secret.slice(-4)}`
}

/** What is wrong with the choice of what a channel is told; `null` when nothing is. */
export function checkTells(tells: readonly AlertKind[]): string | null {
  if (tells.length === 0) return 'Choose at least one thing to be told of.'
  const isHearing = tells.includes('bad') || tells.includes('silence')
  return tells.includes('recovery') && !isHearing
    ? 'A recovery is told to whoever was told that it turned bad: choose that, too.'
    : null
}

/** The kinds among these texts, each once, in their order. */
export function readTells(texts: readonly unknown[]): AlertKind[] {
  return ALERT_KINDS.filter((kind) => texts.includes(kind))
}

export function checkDigestHour(hour: number): string | null {
  return Number.isInteger(hour) && hour >= 0 && hour <= 23
    ? null
    : 'Choose a full hour of the day for the digest.'
}
