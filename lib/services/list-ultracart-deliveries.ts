import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { getKeyedConnection } from '#lib/db/connections.ts'
import { listDeliveries } from '#lib/db/deliveries.ts'
import { ultraCartTurn } from '#lib/db/ultracart-turn.ts'
import type { Access } from '#lib/domain/access.ts'
import {
  type DeliveryDetail,
  MATCH_WINDOW_MS,
  matchDeliveries,
  type SentDelivery,
  type UltraCartDelivery,
  type UltraCartLog,
} from '#lib/domain/ultracart-delivery.ts'
import { env, webhookUrl } from '#lib/env.ts'
import { type AskUltraCart, askerFor } from '#lib/ultracart/ask-ultracart.ts'
import { findWebhook } from '#lib/ultracart/webhooks/find-webhook.ts'
import { loadWebhooks } from '#lib/ultracart/webhooks/load-webhooks.ts'
import { loadDetail, loadLog, readHealth } from '#lib/ultracart/webhooks/webhook-logs.ts'

const PERIOD_MS = 3 * 24 * 60 * 60_000
/** Each detail is a call of its own, of which there are 1,000 an hour. */
const MAX_DETAILS = 5
const MAX_ARRIVED = 1_000

/**
 * How UltraCart noted the calls of our webhook in the last three days, each
 * with what arrived here at that time; the newest failures with their status
 * and duration. For editors, since it takes some of UltraCart's calls.
 * `conflict` without a simple key or when UltraCart refuses, `unavailable`
 * when it cannot be asked just now.
 */
export async function listUltraCartDeliveries(
  access: Access,
  now: Date = new Date(),
): Promise<UltraCartLog> {
  requireDeed(access, 'edit')
  const { merchantId } = access
  const { simpleKey } = await getKeyedConnection(prisma(), merchantId)
  const ask = askerFor({ baseUrl: env.ULTRACART_URL, simpleKey, turn: ultraCartTurn })
  const since = new Date(now.getTime() - PERIOD_MS)
  const { ours } = findWebhook(await loadWebhooks(ask, merchantId), webhookUrl(merchantId))
  const health = ours === null ? null : readHealth(ours)
  if (health === null) return { health, deliveries: [], since: since.toISOString() }
  const sent = await loadLog(ask, health.webhookOid, since)
  const details = await detailFailures(ask, health.webhookOid, sent)
  return { health, deliveries: await join(merchantId, sent, details), since: since.toISOString() }
}

async function detailFailures(
  ask: AskUltraCart,
  webhookOid: number,
  sent: readonly SentDelivery[],
): Promise<Map<string, DeliveryDetail>> {
  const details = new Map<string, DeliveryDetail>()
  const failures = sent.filter(({ isSuccess }) => !isSuccess).slice(0, MAX_DETAILS)
  // One after another, as UltraCart wants it.
  for (const { requestId } of failures)
    details.set(requestId, await loadDetail(ask, webhookOid, requestId))
  return details
}

async function join(
  merchantId: string,
  sent: readonly SentDelivery[],
  details: ReadonlyMap<string, DeliveryDetail>,
): Promise<UltraCartDelivery[]> {
  const [newest, oldest] = [sent[0], sent.at(-1)]
  if (newest === undefined || oldest === undefined) return []
  const arrived = await listDeliveries(prisma(), merchantId, {
    from: new Date(Date.parse(oldest.deliveredAt) - MATCH_WINDOW_MS),
    to: new Date(Date.parse(newest.deliveredAt) + MATCH_WINDOW_MS),
    limit: MAX_ARRIVED,
  })
  const matches = matchDeliveries(sent, arrived)
  return sent.map((delivery) => ({
    ...delivery,
    detail: details.get(delivery.requestId) ?? null,
    arrived: matches.get(delivery.requestId) ?? null,
  }))
}
