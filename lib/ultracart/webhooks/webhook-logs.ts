import { z } from 'zod'
import type { DeliveryDetail, SentDelivery, WebhookHealth } from '#lib/domain/ultracart-delivery.ts'
import type { AskUltraCart } from '../ask-ultracart.ts'
import { checkModel } from '../check-model.ts'
import { flag, id, instant, integer, isObject, text } from '../fields.ts'
import { type Page, readPage } from '../read-page.ts'
import type { RawWebhook } from './webhook-calls.ts'
import { webhookSchema } from './webhook-schema.ts'

const PAGE_SIZE = 100
const RESPONSE_LENGTH = 600

/** How UltraCart thinks of a webhook; `null` when it does not give its number. */
export function readHealth(webhook: RawWebhook): WebhookHealth | null {
  const read = webhookSchema.parse(webhook)
  if (read.webhook_oid === null) return null
  return {
    webhookOid: read.webhook_oid,
    pendingCount: read.pending ?? 0,
    consecutiveFailures: read.consecutive_failures ?? 0,
    nextRetryAt: read.next_retry_after,
    isDisabled: read.disabled ?? false,
  }
}

/** The newest calls of a webhook that UltraCart noted since then, newest first. */
export async function loadLog(
  ask: AskUltraCart,
  webhookOid: number,
  since: Date,
): Promise<SentDelivery[]> {
  const askAt = async (offset: number) =>
    readSummaries(
      await ask({
        method: 'GET',
        path: `/webhook/webhooks/${webhookOid}/logs`,
        query: { _limit: PAGE_SIZE, _offset: offset, _since: since.toISOString() },
        permission: 'webhook_read',
      }),
      offset,
    )
  const first = await askAt(0)
  const total = first.totalCount ?? 0
  // In which order they come is not documented.
  const isOldestFirst = isAscending(first.snapshots) && total > PAGE_SIZE
  const { snapshots } = isOldestFirst ? await askAt(total - PAGE_SIZE) : first
  return snapshots.toSorted((left, right) => (left.deliveredAt < right.deliveredAt ? 1 : -1))
}

/** What the whole log entry says of one call; `requestId` is UltraCart's. */
export async function loadDetail(
  ask: AskUltraCart,
  webhookOid: number,
  requestId: string,
): Promise<DeliveryDetail> {
  const answer = await ask({
    method: 'GET',
    path: `/webhook/webhooks/${webhookOid}/logs/${encodeURIComponent(requestId)}`,
    permission: 'webhook_read',
  })
  // The SDK's models and its samples spell this key in two ways.
  const log = answer.webhook_log ?? answer.webhookLog
  const { status_code, duration, queue_delay, response } = logSchema.parse(isObject(log) ? log : {})
  return {
    statusCode: status_code,
    durationMs: duration,
    queueDelayMs: queue_delay,
    response: response.slice(0, RESPONSE_LENGTH).toWellFormed(),
  }
}

const summarySchema = z.object({ request_id: id, delivery_dts: instant, success: flag })

const logSchema = z.object({
  status_code: integer,
  duration: integer,
  queue_delay: integer,
  response: text,
})

function readSummaries(answer: Record<string, unknown>, offset: number): Page<SentDelivery> {
  const name = 'webhook_log_summaries'
  const body = { ...answer, [name]: answer[name] ?? answer.webhookLogSummaries }
  const page = readPage(body, { name, merchantId: '', offset, limit: PAGE_SIZE }, (model, path) => {
    const { request_id, delivery_dts, success } = checkModel(summarySchema, model, path)
    return { requestId: request_id, deliveredAt: delivery_dts ?? '', isSuccess: success ?? false }
  })
  return { ...page, snapshots: page.snapshots.filter(({ deliveredAt }) => deliveredAt !== '') }
}

function isAscending(deliveries: readonly SentDelivery[]): boolean {
  return (deliveries[0]?.deliveredAt ?? '') < (deliveries.at(-1)?.deliveredAt ?? '')
}
