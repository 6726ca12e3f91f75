import type { AskUltraCart } from '../ask-ultracart.ts'
import { type RawWebhook, readWebhooks, WEBHOOKS_PAGE_SIZE, webhooksCall } from './webhook-calls.ts'

/** A store with more webhooks than this has other worries. */
const MAX_PAGES = 5

/** All webhooks of the store, ours and others. */
export async function loadWebhooks(ask: AskUltraCart, merchantId: string): Promise<RawWebhook[]> {
  const webhooks: RawWebhook[] = []
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const call = webhooksCall(page * WEBHOOKS_PAGE_SIZE)
    const found = readWebhooks(await ask({ ...call, permission: 'webhook_read' }), merchantId)
    webhooks.push(...found)
    if (found.length < WEBHOOKS_PAGE_SIZE) break
  }
  return webhooks
}
