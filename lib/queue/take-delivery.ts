import { prisma } from '#lib/db/client.ts'
import type { Connection } from '#lib/db/connections.ts'
import { type DeliverySource, insertDeliveries } from '#lib/db/deliveries.ts'
import { inPipeline } from '#lib/db/pipeline.ts'
import { AppError } from '#lib/errors.ts'
import { groupCommit } from '#lib/group-commit.ts'
import { newId } from '#lib/ids.ts'
import { logger } from '#lib/logger.ts'
import { observeGroup, observeReceipt } from '#lib/observe.ts'
import { packLargeText } from '#lib/packed-text.ts'
import type { Brought, Receipt, ReceivedDelivery } from './record-deliveries/received-delivery.ts'
import { recordDeliveries } from './record-deliveries.ts'

/** A body as an outside sender sent it, with the connection it came in by. */
export type Inbound = {
  connection: Connection
  source: DeliverySource
  contentType: string | null
  body: Uint8Array
}

/**
 * Reads a body with `read` and commits it with all that it changes; nothing
 * has been sent yet when it returns. A body that `read` refuses as `malformed`
 * or `too-large` is kept too: the merchant is shown what came and why it was refused.
 */
export async function takeDelivery(inbound: Inbound, read: () => Brought): Promise<Receipt> {
  const envelope = await packDelivery(inbound)
  const brought = await readOrKeep(envelope, read)
  const receipt = await commitDelivery({ ...envelope, ...brought })
  observeReceipt(inbound.source, receipt)
  const { merchantId } = inbound.connection
  logger.info({ merchantId, ...receipt }, `${inbound.source}.received`)
  return receipt
}

type Envelope = Omit<ReceivedDelivery, keyof Brought>

/** What is kept of a body whatever it holds; it has been received now. */
export async function packDelivery(inbound: Inbound): Promise<Envelope> {
  const { connection, source, contentType, body } = inbound
  const receivedAt = new Date()
  return {
    id: newId(),
    connection,
    source,
    receivedAt,
    contentType: contentType ?? '',
    bodyBytes: body.byteLength,
    body: await packLargeText(body, 'ultracart'),
  }
}

/** One group at a time: while it commits, the next gathers, and is the larger for it. */
const commitDelivery = groupCommit<ReceivedDelivery, Receipt>(
  { maxItems: 100, maxGroups: 1 },
  (deliveries) => {
    observeGroup('deliveries', deliveries.length)
    return inPipeline((db) => recordDeliveries(db, deliveries))
  },
)

async function readOrKeep(envelope: Envelope, read: () => Brought): Promise<Brought> {
  try {
    return read()
  } catch (error) {
    if (error instanceof AppError && (error.code === 'malformed' || error.code === 'too-large'))
      await keepRefused(envelope, error.publicMessage)
    throw error
  }
}

async function keepRefused({ connection, ...envelope }: Envelope, reason: string): Promise<void> {
  const { merchantId } = connection
  const counts = { acceptedCount: 0, unchangedCount: 0, ignoredCount: 0 }
  await insertDeliveries(prisma(), [{ ...envelope, merchantId, ...counts, error: reason }])
  logger.warn({ merchantId, reason }, `${envelope.source}.refused`)
}
