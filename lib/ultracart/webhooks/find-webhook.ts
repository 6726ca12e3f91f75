import type { RawWebhook } from './webhook-calls.ts'
import { webhookSchema } from './webhook-schema.ts'

/** The store's webhooks sorted by where they lead. */
export type FoundWebhooks = {
  /** The one that calls this address; the first of several. */
  ours: RawWebhook | null
  /** Further ones that call it, too. */
  doubles: number
  /** Addresses of this product under another host: an installation of before, perhaps. */
  strays: string[]
}

/** Finds the webhook that calls an address, whatever is written differently without leading elsewhere. */
export function findWebhook(webhooks: readonly RawWebhook[], webhookUrl: string): FoundWebhooks {
  const wanted = addressOf(webhookUrl)
  const path = new URL(webhookUrl).pathname
  const here = webhooks.filter((webhook) => addressOf(urlOf(webhook)) === wanted)
  const strays = webhooks
    .map(urlOf)
    .filter((url) => addressOf(url) !== wanted && pathOf(url).endsWith(path))
  return { ours: here[0] ?? null, doubles: Math.max(0, here.length - 1), strays }
}

function urlOf(webhook: RawWebhook): string {
  return webhookSchema.parse(webhook).webhook_url
}

/** Host and scheme in lower case, no default port, no trailing slash. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return url
  const { origin, search } = new URL(url)
  return `${origin}${pathOf(url)}${search}`
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.replace(/\/+$/, '') : ''
}
