import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { JsonObject } from '#tests/support/build-order.ts'
import { anAutoOrder, anOrder } from '#tests/support/build-order.ts'
import { anOrderPostback } from '#tests/support/build-postback.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld
let listGaps: () => Promise<[eventName: string, missing: string[]][]>

beforeAll(async () => {
  world = await startRelayWorld()
  const { listMissingExpansions } = await import('#lib/services/list-missing-expansions.ts')
  listGaps = async () => {
    const gaps = await listMissingExpansions(world.access)
    return gaps.map(({ eventName, missing }) => [eventName, missing])
  }
})

afterAll(() => world.close())

beforeEach(() => world.reset())

const without = (...parts: string[]): JsonObject =>
  anOrder(Object.fromEntries(parts.map((part) => [part, undefined])))

test('nothing is missing before anything came', async () => {
  expect(await listGaps()).toEqual([])
})

test('each event that left something out is listed, the one that came last first', async () => {
  await world.deliver(['order_create', without('billing', 'summary')])
  await world.deliver(['order_update', anOrder()])
  await world.deliver([
    'auto_order_create',
    anAutoOrder({ original_order: { billing: undefined } }),
  ])
  expect(await listGaps()).toEqual([
    ['auto_order_create', ['original_order.billing']],
    ['order_create', ['billing', 'summary']],
  ])
})

test('the order that waits for it says which expansions are missing, and so does the auto order', async () => {
  await world.deliver(['order_create', without('billing')])
  await world.deliver(['auto_order_create', anAutoOrder({ original_order: undefined })])
  const [order, autoOrder] = await world.log()
  expect(order).toMatchObject({ status: 'held', reasonCode: 'missing-expansion' })
  expect(order?.reason).toContain('did not include billing')
  expect(autoOrder?.description).toContain('original_order.billing did not arrive')
})

test('an event is off the list with the first that comes complete', async () => {
  await world.deliver(['order_create', without('item', 'items')])
  expect(await listGaps()).toEqual([['order_create', ['item']]])
  await world.deliver(['order_create', without('items')], ['order_create', anOrder()])
  expect(await listGaps()).toEqual([])
})

test('compressed deliveries are judged as well, postbacks and refused bodies are not', async () => {
  const events = [{ order_refund: without('payment') }]
  await world.deliverText(gzipSync(JSON.stringify({ events })).toString('base64'))
  await world.deliverText(anOrderPostback({ inside: '' }))
  await world.deliverText('{"events":[{"order_create":{}}]}').catch(() => undefined)
  expect(await listGaps()).toEqual([['order_refund', ['payment']]])
})
