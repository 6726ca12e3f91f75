import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import { type Connection, findConnection } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import { ownWebhookUrl } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { postDelivery } from '#lib/ultracart/post-delivery.ts'
import { sampleDeliveries } from '#lib/ultracart/sample-store/sample-deliveries.ts'

export type FilledStore = { deliveryCount: number; eventCount: number }

/**
 * Posts the webhooks of an invented store to the product's own webhook address,
 * with the merchant's credentials, one after another as UltraCart would; what
 * they lead to stands in the log like anything else. `url` is that address.
 * `conflict` outside the sandbox, `unavailable` when the address does not take them.
 */
export async function fillSampleStore(
  access: Access,
  { url = ownWebhookUrl(access.merchantId), now = new Date() }: { url?: string; now?: Date } = {},
): Promise<FilledStore> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const connection = await findConnection(prisma(), merchantId)
  if (connection?.isSandbox !== true)
    throw new AppError(
      'conflict',
      'Only a store in the sandbox can be filled with invented orders.',
    )
  const { startDate } = connection.rules
  const notBefore = startDate === null ? null : new Date(startDate)
  const deliveries = sampleDeliveries({ merchantId, now, notBefore })
  await insertAuditEntry(prisma(), { merchantId, actor, action: 'sample-store.filled' })
  for (const delivery of deliveries) await post(url, connection, delivery)
  return {
    deliveryCount: deliveries.length,
    eventCount: deliveries.reduce((sum, { events }) => sum + events.length, 0),
  }
}

async function post(
  url: string,
  { webhookUser: user, webhookPasswords: [password = ''] }: Connection,
  delivery: Parameters<typeof postDelivery>[2],
): Promise<void> {
  const posted = await postDelivery(url, { user, password }, delivery).catch((cause: unknown) => {
    throw new AppError('unavailable', `The product cannot reach its own address ${url}.`, { cause })
  })
  if (posted.status !== 200)
    throw new AppError(
      'unavailable',
      `The webhook address answered ${posted.status} to the sample store: ${posted.body.slice(0, 200)}`,
    )
}
