import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { unpackText } from '#lib/packed-text.ts'
import {
  anAutoOrder,
  anOrder,
  anUnpaidOrder,
  type JsonObject,
  refundedOrder,
} from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

beforeEach(() => world.reset())

async function postWebhook(body: string): Promise<number> {
  const { POST } = await import('#app/api/webhooks/ultracart/[merchantId]/route.ts')
  const { merchantId } = world.access
  const request = new Request(`http://127.0.0.1:3000/api/webhooks/ultracart/${merchantId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: world.authorization },
    body,
  })
  const response = await POST(request, { params: Promise.resolve({ merchantId }) })
  return response.status
}

async function kept(): Promise<{ text: string; error: string | null }[]> {
  const { prisma } = await import('#lib/db/client.ts')
  const rows = await prisma().delivery.findMany({ orderBy: { id: 'asc' } })
  return rows.map(({ body, error }) => ({ text: unpackText(body).toString(), error }))
}

async function drainAndCount(): Promise<number> {
  await world.drain()
  return world.ontraport.received.length
}

test('new, unchanged, ignored or nothing at all: a webhook that was taken is answered with 200 exactly', async () => {
  const order = JSON.stringify({ events: [{ order_create: anOrder() }] })
  const bodies = [order, order, '{"events":[{"customer_update":{}}]}', '{"events":[]}', '[]']
  for (const body of bodies) expect(await postWebhook(body), body).toBe(200)
})

test('what UltraCart sent is kept as it came, with the fields that nobody reads yet', async () => {
  const order = { ...anOrder(), Tags: [{ tag_value: 'VIP' }], someNew_Field: { hdie: true } }
  const body = JSON.stringify({ events: [{ order_create: order }] })
  await world.deliverText(body)
  expect(await kept()).toEqual([{ text: body, error: null }])
})

test('a body that is refused is kept with the reason', async () => {
  const body = '{"events":[{"order_create":{"order_id":7'
  expect(await postWebhook(body)).toBe(400)
  expect(await kept()).toEqual([{ text: body, error: expect.stringContaining('JSON') }])
})

describe('after an order was told', () => {
  let order: JsonObject
  beforeEach(async () => {
    order = anOrder()
    await world.deliver(['order_create', order])
    expect(await drainAndCount()).toBe(1)
  })

  test('an address that is edited on it tells nothing', async () => {
    const billing = { ...Object(order.billing), address1: '9 New Street', city: 'Elsewhere' }
    await world.deliver(['order_update', { ...order, billing }])
    expect(await drainAndCount()).toBe(1)
    expect(await world.log()).toHaveLength(1)
  })

  test('its deletion tells ONTRAPORT nothing, and a replay does not tell it again', async () => {
    await world.deliver(['order_delete', order])
    await world.deliver(['order_create', order])
    expect(await drainAndCount()).toBe(1)
    expect(await world.log()).toMatchObject([{ type: 'sale', status: 'sent' }])
  })

  test('a refund that is recorded twice with one running total is told once', async () => {
    await world.deliver(['order_refund', refundedOrder(order, 10)])
    await world.deliver(['order_update', refundedOrder(order, 10)])
    expect(await drainAndCount()).toBe(2)
  })

  test('campaign data that comes minutes later tells nothing', async () => {
    await world.deliver(['order_update', { ...order, utms: [{ utm_source: 'news' }] }])
    expect(await drainAndCount()).toBe(1)
  })
})

test('an order that is deleted before it was paid is skipped, with that reason', async () => {
  const order = anUnpaidOrder()
  await world.deliver(['order_create', order])
  await world.deliver(['order_delete', order])
  expect(await drainAndCount()).toBe(0)
  expect(await world.log()).toMatchObject([
    { status: 'skipped', reason: 'Deleted in UltraCart before it was relayed' },
  ])
})

test('a card whose year moves on by itself changes no word, a failed attempt does', async () => {
  const autoOrder = anAutoOrder()
  const withYear = (year: number): JsonObject => {
    const original = { ...Object(autoOrder.original_order) }
    const credit_card = { card_expiration_month: 4, card_expiration_year: year }
    return { ...autoOrder, original_order: { ...original, payment: { credit_card } } }
  }
  await world.deliver(['auto_order_update', withYear(2026)])
  await world.deliver(['auto_order_update', withYear(2029)])
  expect(await drainAndCount()).toBe(1)
  const declined = { credit_card_attempt: 1, failure_reason: 'Declined' }
  await world.deliver(['auto_order_decline', { ...withYear(2029), ...declined }])
  expect(await drainAndCount()).toBe(2)
  expect(world.ontraport.received.at(-1)?.body).toContain('<status>card declined</status>')
})

test('a mobile number goes with its country code where UltraCart knows it', async () => {
  const autoOrder = anAutoOrder()
  const original = Object(autoOrder.original_order)
  const billing = { ...original.billing, cell_phone: '0170 1', cell_phone_e164: '+491701' }
  await world.deliver([
    'auto_order_update',
    { ...autoOrder, original_order: { ...original, billing } },
  ])
  await world.drain()
  expect(world.ontraport.received[0]?.body).toContain('<cell_phone>+491701</cell_phone>')
})
