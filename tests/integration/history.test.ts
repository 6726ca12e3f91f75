import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anOrder } from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

/** Several times what a worker has on its way at once. */
const PAST_ORDERS = 180
const LONG_AGO = '2025-11-03T09:30:00-05:00'
const TODAY = 'DEMO-TODAY'
/** As many go out at once after a pause. */
const PORTION = 10

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld([['start-date', 'none']])
})

afterAll(() => world.close())

beforeEach(async () => {
  await world.reset()
  await deliverPast()
  await world.deliver(['order_create', anOrder({ order_id: TODAY })])
})

/** What UltraCart sends when it is asked for its `order_create` events once more. */
function deliverPast() {
  const past = Array.from({ length: PAST_ORDERS }, (_, index) =>
    anOrder({
      order_id: `DEMO-PAST-${index}`,
      creation_dts: LONG_AGO,
      payment: { payment_dts: LONG_AGO },
    }),
  )
  return world.deliver(...past.map((order): [string, typeof order] => ['order_create', order]))
}

const placeOfToday = () => world.ontraport.received.findIndex(({ body }) => body.includes(TODAY))

test('while a store’s past is told, an order of today goes first', async () => {
  const relay = await world.runRelay()
  await world.ontraport.waitFor(PAST_ORDERS + 1, 30_000)
  await relay.stop()
  expect(placeOfToday()).toBeGreaterThanOrEqual(0)
  expect(placeOfToday()).toBeLessThan(PAST_ORDERS / 2)
})

test('what waited for a key goes out with the order of today among the first', async () => {
  const { prisma } = await import('#lib/db/client.ts')
  const { pauseConnection } = await import('#lib/db/connections.ts')
  await pauseConnection(prisma(), 'DEMO', 'ONTRAPORT turned the key away', new Date())
  await prisma().$executeRaw`DELETE FROM pgboss.job WHERE name = 'transmission'`
  await world.services.saveApiKey(world.access, { apiKey: world.key })
  await world.work()
  // The test of the key comes first.
  expect(world.ontraport.received).toHaveLength(1 + PORTION)
  expect(placeOfToday()).toBeGreaterThanOrEqual(0)
})

test('a portion of what piled up begins with the order of today, then the oldest of the past', async () => {
  const { prisma } = await import('#lib/db/client.ts')
  const { moveToBacklog, takePortion } = await import('#lib/db/backlog.ts')
  const rows = await world.log()
  await moveToBacklog(
    prisma(),
    rows.map((row) => row.id),
  )
  const portion = await takePortion(prisma(), 'DEMO', 4)
  const references = portion.map(({ id }) => rows.find((row) => row.id === id)?.reference)
  expect(references).toEqual([TODAY, 'DEMO-PAST-0', 'DEMO-PAST-1', 'DEMO-PAST-2'])
  const next = await takePortion(prisma(), 'DEMO', 4)
  expect(next.every(({ isHistory }) => isHistory)).toBe(true)
})

test('the same past once more tells nothing', async () => {
  await world.drain()
  const told = world.ontraport.received.length
  await deliverPast()
  await world.drain()
  expect(told).toBe(PAST_ORDERS + 1)
  expect(world.ontraport.received).toHaveLength(told)
})
