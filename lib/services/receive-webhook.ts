import { prisma } from '#lib/db/client.ts'
import type { Connection } from '#lib/db/connections.ts'
import { freshConnection } from '#lib/db/fresh-connection.ts'
import { orUnavailable } from '#lib/db/or-unavailable.ts'
import { countWebhookRefusal } from '#lib/db/webhook-refusals.ts'
import { logger } from '#lib/logger.ts'
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
    const connection = await requireWebhookSender(merchantId, authorization)
    const inbound = { connection, source: 'webhook', contentType, body } as const
    return takeDelivery(inbound, () => readEvents(body, merchantId))
  })
}

async function requireWebhookSender(
  merchantId: string,
  authorization: string | null,
): Promise<Connection> {
  const connection = await freshConnection(merchantId)
  try {
    return requireSender(connection, authorization)
  } catch (error) {
    // Not waited for: the time to count must not tell which merchants there are.
    if (connection !== null && isWorthCounting(merchantId))
      countWebhookRefusal(prisma(), merchantId, new Date()).catch((fault: unknown) =>
        logger.warn({ err: fault }, 'webhook.uncounted'),
      )
    throw error
  }
}

const COUNT_EVERY_MS = 1_000
const countedAt = new Map<string, number>()

/** A flood of wrong calls costs the database one note a second, for merchants that there are. */
function isWorthCounting(merchantId: string): boolean {
  const now = Date.now()
  const isWorth = now - (countedAt.get(merchantId) ?? 0) >= COUNT_EVERY_MS
  if (isWorth) countedAt.set(merchantId, now)
  return isWorth
}

function readEvents(body: Uint8Array, merchantId: string): Brought {
  const events = readDelivery(body, merchantId)
  const snapshots = events.flatMap((event) => (event.kind === 'snapshot' ? [event.snapshot] : []))
  return { snapshots, ignoredCount: events.length - snapshots.length }
}
