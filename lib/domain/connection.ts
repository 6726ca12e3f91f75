import type { Silence } from './circuit.ts'
import type { RelayRules } from './relay-rules.ts'

export const CONNECTION_METHODS = ['api', 'pixel'] as const
export type ConnectionMethod = (typeof CONNECTION_METHODS)[number]

/** Under the API method: UltraCart's receiver, which takes XML, or ONTRAPORT's documented API. */
export const WAYS = ['receiver', 'rest'] as const
export type Way = (typeof WAYS)[number]

/** What follows from a lost answer: by the API an order can be looked up, so that it needs no person. */
export function lostAnswerRules(isByApi: boolean, rules: LostAnswerRules): LostAnswerRules {
  return isByApi ? { onUnknown: 'retry' } : rules
}

export type LostAnswerRules = Pick<RelayRules, 'onUnknown'>

/** What the Integration screen shows of a connection. No secret in clear, save the webhook password for those who may edit. */
export type ConnectionView = {
  merchantId: string
  merchantName: string
  timeZone: string
  method: ConnectionMethod
  way: Way
  isSandbox: boolean
  /** The key's last characters, such as `••••4f2a`; `null` when no key is saved. */
  apiKeyHint: string | null
  /** The last characters of the App ID of ONTRAPORT's API; `null` when none is saved. */
  appIdHint: string | null
  /** The same of the key of UltraCart's API. */
  simpleKeyHint: string | null
  receiverUrl: string
  webhookUrl: string
  webhookUser: string
  /** `null` for viewers. */
  webhookPassword: string | null
  pausedAt: string | null
  pauseReason: string | null
  /** When the backup was made that it came back from, while it is paused for that; `null` otherwise. */
  restoredFrom: string | null
  waitingCount: number
  /** ONTRAPORT does not answer, so one message is tried now and then and the rest waits; `null` while it does. */
  silence: Silence | null
  lastEventAt: string | null
  /** UltraCart is being turned away by its user name or password; `null` while it is not. */
  refusedWebhook: { count: number; since: string; lastAt: string } | null
  rules: RelayRules
}

/** What a test of the key found. `responseCode` is 401 or 403 when ONTRAPORT turned the key away, `null` when it gave no answer. */
export type ConnectionTest = {
  isAccepted: boolean
  /** A sentence for the merchant: what came back and what to do. */
  message: string
  responseCode: number | null
}

/** The name UltraCart signs in with unless the merchant chooses another; the password is what proves it. */
export const DEFAULT_WEBHOOK_USER = 'ultracart'

/** Whether what the chosen way needs has been entered. */
export function hasKeyOfWay({
  way,
  apiKeyHint,
  appIdHint,
}: Pick<ConnectionView, 'way' | 'apiKeyHint' | 'appIdHint'>): boolean {
  return (way === 'rest' ? appIdHint : apiKeyHint) !== null
}
