import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anOrder } from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

const OTHER_KEY = 'the-key-of-another-store'

let world: RelayWorld
let deliverToOther: () => Promise<unknown>

beforeAll(async () => {
  world = await startRelayWorld()
  const { webhookUser, webhookPassword } = await world.services.addMerchant({
    merchantId: 'OTHER',
    apiKey: OTHER_KEY,
  })
  const credentials = Buffer.from(`${webhookUser}:${webhookPassword}`).toString('base64')
  deliverToOther = () =>
    world.services.receiveWebhook({
      merchantId: 'OTHER',
      authorization: `Basic ${credentials}`,
      contentType: 'application/json',
      body: Buffer.from(
        JSON.stringify({ events: [{ order_create: anOrder({ merchant_id: 'OTHER' }) }] }),
      ),
    })
})

afterAll(() => world.close())

beforeEach(() => world.reset())

const countOf = (key: string) => world.ontraport.received.filter((one) => one.key === key).length

test('a store whose receiver hangs, with a thousand waiting, leaves room for another', async () => {
  const { promise: until, resolve: release } = Promise.withResolvers<void>()
  world.ontraport.respond(({ key }) =>
    key === world.key ? { kind: 'after', until } : { kind: 'accept' },
  )
  await world.pileUp({ streams: 1_000, perStream: 1 })
  await world.giveJobs()
  const relay = await world.runRelay()
  await world.ontraport.waitFor(64)
  for (let index = 0; index < 30; index += 1) await deliverToOther()
  while (countOf(OTHER_KEY) < 30) await world.ontraport.waitFor(world.ontraport.received.length + 1)
  expect(countOf(world.key)).toBeLessThan(80)
  release()
  await world.ontraport.waitFor(1_030, 30_000)
  await relay.stop()
  expect(countOf(world.key)).toBe(1_000)
  expect(new Set((await world.log()).map((row) => row.status))).toEqual(new Set(['sent']))
})

test('a relay that is stopped in the middle leaves nothing half done', async () => {
  await world.pileUp({ streams: 200, perStream: 1 })
  await world.giveJobs()
  const first = await world.runRelay()
  await world.ontraport.waitFor(20)
  await first.stop()
  const rows = await world.log()
  expect(rows.filter((row) => row.status === 'sending')).toEqual([])
  expect(rows.filter((row) => row.status === 'sent')).toHaveLength(world.ontraport.received.length)
  const second = await world.runRelay()
  await world.ontraport.waitFor(200, 30_000)
  await second.stop()
  expect(new Set(world.ontraport.received.map(({ body }) => body)).size).toBe(200)
  expect(world.ontraport.received).toHaveLength(200)
})
