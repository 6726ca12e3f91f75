import { isObject } from '../fields.ts'
import { malformed, shorten } from '../malformed.ts'
import type { RestCall } from '../rest-client.ts'
import { webhookSchema } from './webhook-schema.ts'

/** A webhook as UltraCart gave it. What is sent back to it is this, changed: what is left out there is lost. */
export type RawWebhook = Record<string, unknown>

export const WEBHOOKS_PAGE_SIZE = 100

type Call = Pick<RestCall, 'method' | 'path' | 'query' | 'body'>

/** With placeholders, the events that nobody subscribed to are in the answer, too. */
export function webhooksCall(offset: number): Call {
  return {
    method: 'GET',
    path: '/webhook/webhooks',
    query: { _limit: WEBHOOKS_PAGE_SIZE, _offset: offset, _placeholders: 'true' },
  }
}

/** Makes a webhook, or with its `oid` replaces all of it. */
export function saveWebhookCall(oid: number | null, body: RawWebhook): Call {
  return {
    method: oid === null ? 'POST' : 'PUT',
    path: oid === null ? '/webhook/webhooks' : `/webhook/webhooks/${oid}`,
    query: { _placeholders: 'true' },
    body,
  }
}

/** The webhooks in an answer; throws `AppError('malformed')` when it holds none, or another store's. */
export function readWebhooks(body: Record<string, unknown>, merchantId: string): RawWebhook[] {
  const webhooks: unknown = body.webhooks ?? []
  if (!Array.isArray(webhooks)) throw malformed('webhooks', 'in the answer of UltraCart is no list')
  const found = webhooks.filter(isObject)
  for (const webhook of found) {
    const owner = webhookSchema.parse(webhook).merchant_id
    if (owner !== '' && owner !== merchantId)
      throw malformed(
        'The simple key',
        `belongs to the merchant ${shorten(owner)}, not to ${merchantId}.`,
      )
  }
  return found
}
