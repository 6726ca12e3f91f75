import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { getKeyedConnection } from '#lib/db/connections.ts'
import { ultraCartTurn } from '#lib/db/ultracart-turn.ts'
import type { Access } from '#lib/domain/access.ts'
import type { DeliveryDetail } from '#lib/domain/ultracart-delivery.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { askerFor } from '#lib/ultracart/ask-ultracart.ts'
import { loadDetail } from '#lib/ultracart/webhooks/webhook-logs.ts'

/**
 * What UltraCart noted of one call of a webhook: status, duration and our
 * answer. Both names are UltraCart's. It takes one of UltraCart's calls;
 * errors as in the list.
 */
export async function getUltraCartDelivery(
  access: Access,
  { webhookOid, requestId }: { webhookOid: number; requestId: string },
): Promise<DeliveryDetail> {
  requireDeed(access, 'edit')
  if (!Number.isSafeInteger(webhookOid) || !/^[\x21-\x7e]{1,100}$/.test(requestId))
    throw new AppError('malformed', 'There is no such entry in the log of UltraCart.')
  const { simpleKey } = await getKeyedConnection(prisma(), access.merchantId)
  const ask = askerFor({ baseUrl: env.ULTRACART_URL, simpleKey, turn: ultraCartTurn })
  return loadDetail(ask, webhookOid, requestId)
}
