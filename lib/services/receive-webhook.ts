import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { prisma } from '#lib/db/client.ts'
import { type Connection, findConnection } from '#lib/db/connections.ts'
import { isDatabaseAway } from '#lib/db/database-away.ts'
import { insertDeliveries } from '#lib/db/deliveries.ts'
import { AppError } from '#lib/errors.ts'
import { groupCommit } from '#lib/group-commit.ts'
import { newId } from '#lib/ids.ts'
import { logger } from '#lib/logger.ts'
import { type ReadEvent, readDelivery } from '#lib/ultracart/read-delivery.ts'
import { verifyBasic } from '#lib/ultracart/verify-basic.ts'
import {
  type Receipt,
  type ReceivedDelivery,
  recordDeliveries,
} from './receive-webhook/record-deliveries.ts'

export type WebhookRequest = {
  merchantId: string
  /** The Authorization header. */
  authorization: string | null
  contentType: string | null
  /** The raw body, at most 6 MB. */
  body: Uint8Array
}

/**
 * Takes one delivery of UltraCart. When it returns, every event is committed
 * together with what is to be told of it; nothing has been sent yet.
 *
 * Gives how many events were new, brought nothing new, or were none of ours.
 * Throws `AppError`: `unauthorized` for wrong credentials or an unknown
 * merchant, `malformed` with the path inside the body (the body is kept as
 * evidence), `unavailable` while the database is away.
 */
export async function receiveWebhook(request: WebhookRequest): Promise<Receipt> {
  try {
    const connection = await authenticate(request)
    const receivedAt = new Date()
    const events = await readOrKeep(request, receivedAt)
    const receipt = await commitDelivery({
      id: newId(),
      connection,
      receivedAt,
      contentType: request.contentType ?? '',
      bodyBytes: request.body.byteLength,
      body: await compress(request.body),
      events,
    })
    logger.info({ merchantId: request.merchantId, ...receipt }, 'webhook.received')
    return receipt
  } catch (error) {
    if (isDatabaseAway(error))
      throw new AppError('unavailable', 'The database cannot be reached; deliver again later.', {
        cause: error,
      })
    throw error
  }
}

const compress = promisify<Uint8Array, Buffer>(gzip)

/** Two groups: while one commits, the next is read and compared. */
const commitDelivery = groupCommit<ReceivedDelivery, Receipt>(
  { maxItems: 100, maxGroups: 2 },
  recordDeliveries,
)

async function authenticate({ merchantId, authorization }: WebhookRequest): Promise<Connection> {
  const connection = await freshConnection(merchantId)
  const isGenuine = verifyBasic(authorization, {
    user: connection?.webhookUser ?? '',
    passwords: connection?.webhookPasswords ?? [],
  })
  if (connection === null || !isGenuine)
    throw new AppError(
      'unauthorized',
      'The user name or the password of this webhook is wrong. Both are on the Integration page.',
    )
  return connection
}

/** A body that cannot be read is refused, yet kept: the merchant is shown what came and why it was refused. */
async function readOrKeep(request: WebhookRequest, receivedAt: Date): Promise<ReadEvent[]> {
  try {
    return readDelivery(request.body, request.merchantId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'malformed') {
      await keepRefused(request, receivedAt, error.publicMessage)
      logger.warn(
        { merchantId: request.merchantId, reason: error.publicMessage },
        'webhook.refused',
      )
    }
    throw error
  }
}

async function keepRefused(
  request: WebhookRequest,
  receivedAt: Date,
  error: string,
): Promise<void> {
  await insertDeliveries(prisma(), [
    {
      id: newId(),
      merchantId: request.merchantId,
      receivedAt,
      contentType: request.contentType ?? '',
      bodyBytes: request.body.byteLength,
      body: await compress(request.body),
      acceptedCount: 0,
      unchangedCount: 0,
      ignoredCount: 0,
      error,
    },
  ])
}

const CONNECTION_FRESH_MS = 1_000
const connections = new Map<string, { found: Promise<Connection | null>; readAt: number }>()

/** Read at most once a second and merchant: a burst of deliveries shares one look, a new password holds a second later. */
function freshConnection(merchantId: string): Promise<Connection | null> {
  const now = Date.now()
  const known = connections.get(merchantId)
  if (known !== undefined && now - known.readAt < CONNECTION_FRESH_MS) return known.found
  if (connections.size > 1_000) connections.clear()
  const found = findConnection(prisma(), merchantId)
  connections.set(merchantId, { found, readAt: now })
  found.catch(() => connections.delete(merchantId))
  return found
}
