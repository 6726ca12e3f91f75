/** What setting up the store's webhook at UltraCart would do, or has done. */
export type WebhookSetUp = {
  kind: 'create' | 'update' | 'nothing'
  webhookUrl: string
  /** What changes there, a sentence each; no secrets. */
  changes: string[]
  /** What the merchant should know or look at, a sentence each. */
  warnings: string[]
}

/** What speaks against UltraCart reaching this address, in a sentence; `null` when nothing does. */
export function doubtWebhookAddress(webhookUrl: string): string | null {
  const { protocol, hostname } = new URL(webhookUrl)
  if (isLocal(hostname))
    return `UltraCart cannot reach ${hostname} from outside: set APP_URL to the public https address of this installation.`
  if (protocol !== 'https:')
    return 'UltraCart sends customer data to https addresses only: set APP_URL to the public https address of this installation.'
  return null
}

function isLocal(hostname: string): boolean {
  if (hostname.startsWith('[')) return /^\[(::1?|f[cd].*|fe80.*)\]$/.test(hostname)
  if (PRIVATE_IPV4.test(hostname)) return true
  return !hostname.includes('.') || /\.(local|localhost|internal|lan|home|test)$/.test(hostname)
}

const PRIVATE_IPV4 =
  /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./
