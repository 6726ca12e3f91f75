import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anOrder, refundedOrder } from '#tests/support/build-order.ts'
import { dumpDatabase } from '#tests/support/dump-database.ts'
import { layOpen } from '#tests/support/lay-open.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

beforeEach(() => world.reset())

afterAll(() => world.close())

test('what an older version wrote in the clear shows as it did', async () => {
  await world.deliver(['order_create', anOrder()])
  await world.drain()
  const { id } = await world.onlyRow()
  const packed = await world.detail(id)
  await layOpen()
  const { prisma } = await import('#lib/db/client.ts')
  expect(await prisma().attempt.findMany()).toMatchObject([{ request: packed.request }])
  expect(await world.detail(id)).toEqual(packed)
})

test('an order that an older version knew is told once, and its refund is the difference', async () => {
  const order = anOrder()
  await world.deliver(['order_create', order])
  await world.drain()
  await layOpen()
  expect(await world.deliver(['order_create', order])).toMatchObject({ unchanged: 1 })
  await world.deliver(['order_refund', refundedOrder(order, 10)])
  await world.drain()
  expect((await world.log()).map(({ type, status }) => [type, status])).toEqual([
    ['sale', 'sent'],
    ['refund', 'sent'],
  ])
})

test('what an older version left waiting goes out, and a retry repeats its bytes', async () => {
  world.ontraport.respond({ kind: 'status', status: 500 })
  await world.deliver(['order_create', anOrder()])
  await layOpen()
  await world.services.deliverBatch([(await world.onlyRow()).id])
  await layOpen()
  world.ontraport.respond({ kind: 'accept' })
  const { id } = await world.onlyRow()
  await world.services.resendTransmission(world.access, {
    id,
    mode: 'original',
    nonce: 'once-more',
    isSentAllowed: false,
  })
  await world.drain()
  const [first, second] = world.ontraport.received
  expect(second?.body).toBe(first?.body)
  expect(await world.onlyRow()).toMatchObject({ status: 'sent', attemptCount: 2 })
})

test('of a person whose orders an older version wrote nothing is left', async () => {
  const { erasePerson } = await import('#lib/services/erase-person.ts')
  const email = 'ada.lovelace@example.org'
  await world.deliver(['order_create', anOrder({ billing: { email, last_name: 'Lovelace' } })])
  await world.drain()
  await layOpen()
  expect(await dumpDatabase()).toContain(email)
  await erasePerson(world.access, { email, isDryRun: false, waiting: 'refuse' })
  expect(await dumpDatabase()).not.toMatch(/lovelace/i)
})
