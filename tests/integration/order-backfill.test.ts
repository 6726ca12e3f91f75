import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { saveConnection } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import { env } from '#lib/env.ts'
import { newId } from '#lib/ids.ts'
import { backfillOrders } from '#lib/services/backfill-orders.ts'
import { cancelOrderBackfill } from '#lib/services/cancel-order-backfill.ts'
import { getOrderBackfill } from '#lib/services/get-order-backfill.ts'
import { startOrderBackfill } from '#lib/services/start-order-backfill.ts'
import { closeRestAgent } from '#lib/ultracart/rest-agent.ts'
import { accessOf } from '#tests/support/build-merchant.ts'
import {
  anOrder,
  anUnpaidOrder,
  type JsonObject,
  refundedOrder,
} from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'
import { startUltraCart, type UltraCartStandIn } from '#tests/support/ultracart-stand-in.ts'
import { relayDeeds } from '../../scripts/start/relay-deeds.ts'

const DAY_MS = 24 * 60 * 60_000

let relay: RelayWorld
let ultracart: UltraCartStandIn
let access: Access

beforeAll(async () => {
  relay = await startRelayWorld()
  ultracart = await startUltraCart()
  env.ONTRAPORT_URL = relay.ontraport.url
  env.ULTRACART_URL = ultracart.url
  access = relay.access
  await saveConnection(prisma(), access.merchantId, { simpleKey: ultracart.key })
})
afterAll(async () => {
  await closeRestAgent()
  await ultracart.close()
  await relay.close()
})
beforeEach(async () => {
  await relay.reset()
  await prisma().$executeRaw`TRUNCATE order_backfill`
  await setRules({})
  ultracart.setOrders([])
  ultracart.forbid(null)
  await letGoOn()
})

async function setRules(rules: Partial<typeof DEFAULT_RELAY_RULES>): Promise<void> {
  const change = { method: 'api', rules: { ...DEFAULT_RELAY_RULES, ...rules } } as const
  await saveConnection(prisma(), access.merchantId, change)
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString()
}

function ordersOf(count: number, days: number): JsonObject[] {
  return Array.from({ length: count }, () => anOrder({ creation_dts: daysAgo(days) }))
}

function start(days: number, given: { isStartDateMoved?: boolean; to?: string } = {}) {
  const { isStartDateMoved = false, to = daysAgo(0) } = given
  return startOrderBackfill(access, { from: daysAgo(days), to, isStartDateMoved })
}

/** No time passes in a test: what waits may go on. */
async function letGoOn(): Promise<void> {
  await prisma()
    .$executeRaw`UPDATE ultracart_turn SET busy_until = 'epoch', blocked_until = 'epoch'`
  await prisma().$executeRaw`UPDATE order_backfill SET next_call_at = now()`
}

/** Does what the worker does with the jobs, without their clock. */
async function goOn(): Promise<void> {
  await letGoOn()
  await backfillOrders(access.merchantId)
}

async function finish(): Promise<void> {
  while ((await getOrderBackfill(access))?.state === 'running') await goOn()
}

function offsets(): (string | undefined)[] {
  return ultracart.calls.map((call) => call.query._offset)
}

describe('a backfill', () => {
  test('tells the paid orders of the period, and says of each what came of it', async () => {
    const order = anOrder({ creation_dts: daysAgo(3) })
    ultracart.setOrders([
      order,
      refundedOrder(anOrder({ creation_dts: daysAgo(2) }), 39.34),
      anUnpaidOrder({ creation_dts: daysAgo(2) }),
      anOrder({ creation_dts: daysAgo(2), payment: { test_order: true } }),
      anOrder({ creation_dts: daysAgo(1), order_id: '' }),
      anOrder({ creation_dts: daysAgo(30) }),
    ])
    await start(7)
    await finish()
    expect(await getOrderBackfill(access)).toMatchObject({
      state: 'done',
      foundCount: 5,
      totalCount: 5,
      counts: { told: 2, held: 1, skipped: 1, unchanged: 0 },
      faultyCount: 1,
      firstFault: 'orders[4].order_id is missing',
      message: null,
    })
    await relay.drain()
    expect(relay.ontraport.received).toHaveLength(3)
    const [row] = await relay.log(String(order.order_id))
    expect(row).toMatchObject({ type: 'sale', status: 'sent', amountCents: 3934 })
    const { snapshot } = await relay.detail(row?.id ?? '')
    expect(snapshot).toMatchObject({ order: { eventName: 'order_backfill' } })
  })

  test('waits after a 429 in the middle and goes on where it was', async () => {
    ultracart.setOrders(ordersOf(250, 2))
    ultracart.spoil(2, { kind: 'status', status: 429, headers: { 'retry-after': '120' } })
    await start(7)
    await goOn()
    await goOn()
    const waiting = await getOrderBackfill(access)
    expect(waiting).toMatchObject({
      state: 'running',
      foundCount: 100,
      message: expect.stringContaining('wants fewer calls'),
    })
    expect(Date.parse(waiting?.nextCallAt ?? '') - Date.now()).toBeGreaterThan(110_000)
    await backfillOrders(access.merchantId)
    expect(ultracart.calls).toHaveLength(2)
    await finish()
    expect(offsets()).toEqual(['0', '100', '100', '200'])
    expect(await getOrderBackfill(access)).toMatchObject({ state: 'done', counts: { told: 250 } })
  })

  test('a second time tells nothing', async () => {
    ultracart.setOrders(ordersOf(3, 2))
    await start(7)
    await finish()
    await relay.drain()
    await start(7)
    await finish()
    await relay.drain()
    expect(await getOrderBackfill(access)).toMatchObject({
      counts: { told: 0, held: 0, skipped: 0, unchanged: 3 },
    })
    expect(relay.ontraport.received).toHaveLength(3)
    expect(await relay.log()).toHaveLength(3)
  })

  test('an order that a webhook brings in between is told once', async () => {
    const orders = ordersOf(120, 2)
    const [first = {}, last = {}] = [orders[0], orders.at(-1)]
    ultracart.setOrders(orders)
    await start(7)
    await goOn()
    await relay.deliver(['order_payment_process', last], ['order_update', first])
    await finish()
    await relay.drain()
    for (const order of [first, last])
      expect(await relay.log(String(order.order_id))).toMatchObject([{ status: 'sent' }])
    expect(relay.ontraport.received).toHaveLength(120)
    expect(await getOrderBackfill(access)).toMatchObject({ counts: { told: 119, unchanged: 1 } })
  })

  test('a page that two workers fetched counts once', async () => {
    ultracart.setOrders(ordersOf(3, 2))
    await start(7)
    await Promise.all([backfillOrders(access.merchantId), backfillOrders(access.merchantId)])
    await finish()
    expect(await getOrderBackfill(access)).toMatchObject({ state: 'done', foundCount: 3 })
    expect(await relay.log()).toHaveLength(3)
    expect(ultracart.mostAtOnce()).toBe(1)
  })

  test('rests between two pages, so that others may call, too', async () => {
    ultracart.setOrders(ordersOf(101, 2))
    await start(7)
    await goOn()
    await backfillOrders(access.merchantId)
    expect(offsets()).toEqual(['0'])
    await finish()
    expect(offsets()).toEqual(['0', '100'])
  })

  test('a cancelled one fetches nothing more and keeps what it has', async () => {
    ultracart.setOrders(ordersOf(150, 2))
    await start(7)
    await goOn()
    await cancelOrderBackfill(access)
    await goOn()
    expect(offsets()).toEqual(['0'])
    expect(await getOrderBackfill(access)).toMatchObject({ state: 'cancelled', foundCount: 100 })
    await expect(cancelOrderBackfill(access)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('ends with the reason when the key may not read orders', async () => {
    ultracart.forbid({ method: 'GET', path: '/rest/v2/order' })
    await start(7)
    await finish()
    expect(await getOrderBackfill(access)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('the permission is missing'),
    })
  })

  test('says when UltraCart gave fewer orders than it spoke of', async () => {
    ultracart.spoil(1, {
      kind: 'status',
      status: 200,
      body: { orders: [anOrder()], metadata: { result_set: { total_records: 2 } }, success: true },
    })
    await start(7)
    await finish()
    expect(await getOrderBackfill(access)).toMatchObject({
      message: expect.stringContaining('UltraCart spoke of 2 orders, 1 came.'),
    })
  })
})

describe('the start date', () => {
  test('orders before it are skipped, each with the reason', async () => {
    await setRules({ startDate: daysAgo(2) })
    ultracart.setOrders([...ordersOf(2, 5), ...ordersOf(1, 1)])
    await start(7)
    await finish()
    expect(await getOrderBackfill(access)).toMatchObject({ counts: { told: 1, skipped: 2 } })
    const reasons = (await relay.log()).map((row) => row.reason)
    expect(reasons).toContainEqual(expect.stringContaining('before the start date'))
  })

  test('moved back with the backfill, lets them be told, the ones skipped before included', async () => {
    await setRules({ startDate: daysAgo(2) })
    ultracart.setOrders(ordersOf(2, 5))
    await start(7)
    await finish()
    // The audit trail only grows, and ids follow each other in time.
    const before = newId()
    await start(7, { isStartDateMoved: true })
    await finish()
    await relay.drain()
    expect(await getOrderBackfill(access)).toMatchObject({ counts: { told: 2 } })
    expect(relay.ontraport.received).toHaveLength(2)
    const actions = await prisma().auditEntry.findMany({
      where: { id: { gt: before } },
      select: { action: true },
    })
    expect(actions).toContainEqual({ action: 'rules.changed' })
  })
})

describe('a backfill does not begin', () => {
  test('with a period that is none', async () => {
    await expect(start(-1)).rejects.toMatchObject({ code: 'malformed' })
    await expect(start(5, { to: 'soon' })).rejects.toMatchObject({ code: 'malformed' })
    await expect(start(5, { to: daysAgo(6) })).rejects.toMatchObject({ code: 'malformed' })
  })

  test('beside another, under the pixel method, or by a viewer', async () => {
    await start(7)
    await expect(start(7)).rejects.toMatchObject({ code: 'conflict' })
    await cancelOrderBackfill(access)
    await saveConnection(prisma(), access.merchantId, { method: 'pixel' })
    await expect(start(7)).rejects.toMatchObject({
      publicMessage: expect.stringContaining('Partner Tracking Pixel'),
    })
    const viewer = accessOf(access.merchantId, 'viewer')
    const asked = { from: daysAgo(7), to: daysAgo(0), isStartDateMoved: false }
    await expect(startOrderBackfill(viewer, asked)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('the relay carries it through by itself', async () => {
  ultracart.setOrders(ordersOf(2, 2))
  const running = await relay.services.runRelay(relayDeeds)
  await start(7)
  await expect.poll(() => relay.ontraport.received.length, { timeout: 25_000 }).toBe(2)
  await running.stop()
  expect(await getOrderBackfill(access)).toMatchObject({ state: 'done', counts: { told: 2 } })
})
