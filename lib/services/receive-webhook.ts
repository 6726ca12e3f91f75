import { freshConnection } from '#lib/db/fresh-connection.ts'
import { orUnavailable } from '#lib/db/or-unavailable.ts'
import type { Brought, Receipt } from '#lib/queue/record-deliveries/received-delivery.ts'
import { takeDelivery } from '#lib/queue/take-delivery.ts'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import { requireSender } from '#lib/ultracart/require-sender.ts'

export type WebhookRequest = {
  merchantId: string
  /** The Authorization header. */
  authorization: string | null
  contentType: string | null
  /** The raw body, at most 6 MB. */
  body: Uint8Array
}

/**
 * Takes one delivery of UltraCart: webhook events, plain or compressed, or an
 * XML Postback, told apart by what the body holds. When it returns, every event is committed
 * together with what is to be told of it; nothing has been sent yet.
 *
 * Gives how many events were new, brought nothing new, or were none of ours.
 * Throws `AppError`: `unauthorized` for wrong credentials or an unknown
 * merchant, `malformed` with the path inside the body, `too-large` for one of
 * more than 32 MB once inflated (both bodies are kept as evidence), `unavailable` while the database is away.
 */
export async function receiveWebhook(request: WebhookRequest): Promise<Receipt> {
  const { merchantId, authorization, contentType, body } = request
  return orUnavailable(async () => {
    const connection = requireSender(await freshConnection(merchantId), authorization)
    const inbound = { connection, source: 'webhook', contentType, body } as const
    return takeDelivery(inbound, () => readEvents(body, merchantId))
  })
}

function readEvents(body: Uint8Array, merchantId: string): Brought {
  const events = readDelivery(body, merchantId)
  const snapshots = events.flatMap((event) => (event.kind === 'snapshot' ? [event.snapshot] : []))
  return { snapshots, ignoredCount: events.length - snapshots.length }
}
