import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { saveConnection } from '#lib/db/connections.ts'
import { insertDeliveries, type NewDelivery } from '#lib/db/deliveries.ts'
import type { Access } from '#lib/domain/access.ts'
import { env, webhookUrl } from '#lib/env.ts'
import { newId } from '#lib/ids.ts'
import { getUltraCartDelivery } from '#lib/services/get-ultracart-delivery.ts'
import { listUltraCartDeliveries } from '#lib/services/list-ultracart-deliveries.ts'
import { closeRestAgent } from '#lib/ultracart/rest-agent.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import type { JsonObject } from '#tests/support/build-order.ts'
import { startUltraCart, type UltraCartStandIn } from '#tests/support/ultracart-stand-in.ts'

const OID = 7_001
const MINUTE_MS = 60_000

let ultracart: UltraCartStandIn
let access: Access
let merchantId: string

beforeAll(async () => {
  ultracart = await startUltraCart()
  env.ULTRACART_URL = ultracart.url
})
afterAll(async () => {
  await closeRestAgent()
  await ultracart.close()
})
beforeEach(async () => {
  merchantId = await buildConnectedMerchant()
  access = accessOf(merchantId)
  await saveConnection(prisma(), merchantId, { simpleKey: ultracart.key })
  ultracart.setItems([])
  ultracart.webhooks.logs.clear()
  ultracart.webhooks.webhooks.splice(0)
})

function addWebhook(given: JsonObject = {}): void {
  const webhook = { webhook_oid: OID, webhook_url: webhookUrl(merchantId), pending: 0 }
  ultracart.webhooks.webhooks.push({ ...webhook, ...given })
}

function minutesAgo(minutes: number, offsetMs = 0): string {
  return new Date(Date.now() - minutes * MINUTE_MS + offsetMs).toISOString()
}

function log(minutes: number, given: JsonObject = {}): JsonObject {
  return {
    delivery_dts: minutesAgo(minutes),
    request_id: `R${minutes}`,
    success: true,
    status_code: 200,
    duration: 41,
    queue_delay: 900,
    response: '{"accepted":1}',
    ...given,
  }
}

async function arrive(at: string, given: Partial<NewDelivery> = {}): Promise<string> {
  const id = newId()
  const empty = { contentType: '', bodyBytes: 2, body: Buffer.from('{}'), error: null }
  const counts = { acceptedCount: 1, unchangedCount: 0, ignoredCount: 0 }
  const row = { id, merchantId, source: 'webhook', receivedAt: new Date(at) } as const
  await insertDeliveries(prisma(), [{ ...row, ...empty, ...counts, ...given }])
  return id
}

test('each call that UltraCart noted stands beside what arrived here at that time', async () => {
  addWebhook()
  ultracart.webhooks.logs.set(OID, [log(5), log(9), log(20)])
  const first = await arrive(minutesAgo(5, 1_500))
  const third = await arrive(minutesAgo(20, -800), { error: 'events is missing' })
  await arrive(minutesAgo(9), { source: 'affiliates' })
  const { deliveries } = await listUltraCartDeliveries(access)
  expect(deliveries).toMatchObject([
    { requestId: 'R5', isSuccess: true, arrived: { id: first, acceptedCount: 1 } },
    { requestId: 'R9', arrived: null },
    { requestId: 'R20', arrived: { id: third, error: 'events is missing' } },
  ])
})

test('failures come with their status and duration, others when they are asked for', async () => {
  addWebhook()
  const failed = { success: false, status_code: 401, duration: 12, response: 'no' }
  ultracart.webhooks.logs.set(OID, [log(5), log(6, failed)])
  const { deliveries } = await listUltraCartDeliveries(access)
  expect(deliveries).toMatchObject([
    { isSuccess: true, detail: null },
    { isSuccess: false, detail: { statusCode: 401, durationMs: 12, response: 'no' } },
  ])
  const one = { webhookOid: OID, requestId: 'R5' }
  expect(await getUltraCartDelivery(access, one)).toEqual({
    statusCode: 200,
    durationMs: 41,
    queueDelayMs: 900,
    response: '{"accepted":1}',
  })
})

test('only the newest failures cost a call each', async () => {
  addWebhook()
  const failures = Array.from({ length: 30 }, (_, at) => log(at + 1, { success: false }))
  ultracart.webhooks.logs.set(OID, failures)
  const { deliveries } = await listUltraCartDeliveries(access)
  expect(deliveries.filter(({ detail }) => detail !== null)).toHaveLength(5)
  expect(ultracart.calls).toHaveLength(7)
})

test('of a long log the newest part is shown, whichever way UltraCart sorts it', async () => {
  addWebhook()
  const logs = Array.from({ length: 150 }, (_, at) => log(at + 1))
  ultracart.webhooks.logs.set(OID, logs)
  const newestFirst = await listUltraCartDeliveries(access)
  ultracart.webhooks.logs.set(OID, logs.toReversed())
  const oldestFirst = await listUltraCartDeliveries(access)
  for (const { deliveries } of [newestFirst, oldestFirst]) {
    expect(deliveries).toHaveLength(100)
    expect(deliveries[0]?.requestId).toBe('R1')
  }
})

test('what UltraCart thinks of the webhook is shown', async () => {
  const nextRetryAt = minutesAgo(-10)
  addWebhook({
    pending: 12,
    consecutive_failures: 4,
    next_retry_after: nextRetryAt,
    disabled: true,
  })
  expect(await listUltraCartDeliveries(access)).toMatchObject({
    health: { pendingCount: 12, consecutiveFailures: 4, nextRetryAt, isDisabled: true },
    deliveries: [],
  })
})

test('without a webhook of ours there is nothing to show', async () => {
  ultracart.webhooks.webhooks.push({ webhook_oid: 3, webhook_url: 'https://erp.example.com/' })
  expect(await listUltraCartDeliveries(access)).toMatchObject({ health: null, deliveries: [] })
  expect(ultracart.calls).toHaveLength(1)
})

test('a viewer may not spend UltraCart’s calls', async () => {
  const viewer = accessOf(merchantId, 'viewer')
  await expect(listUltraCartDeliveries(viewer)).rejects.toMatchObject({ code: 'forbidden' })
})
