import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiWorld, startApiWorld } from '#tests/support/api-world.ts'
import { anOrder } from '#tests/support/build-order.ts'
import { modelRuns } from '#tests/support/model/model-runs.ts'
import { productsOf } from '#tests/support/ontraport-api/account.ts'
import type { Fault } from '#tests/support/ontraport-api/start-api.ts'
import { type Behaviour, status } from '#tests/support/ontraport-behaviour.ts'
import { makeRandom } from '#tests/support/random.ts'

const ORDERS = 40
const BATCH = 20
const ORDER_CENTS = 3934
const FAULTS: readonly Behaviour[] = [
  status(500),
  status(503),
  status(429, { 'x-rate-limit-reset': '1' }),
  { kind: 'cut', when: 'after-reading' },
  { kind: 'cut', when: 'within-head' },
]

let api: ApiWorld['api']
let world: ApiWorld['world']
let made: ApiWorld

beforeAll(async () => {
  made = await startApiWorld([
    ['api-create-products', 'on'],
    ['api-shipping-tax', 'in-price'],
  ])
  ;({ api, world } = made)
  await made.save({ isUsedNow: true })
})

afterAll(() => made.close())

/** As if a person sent everything that is still open at once, whatever it waits for. */
async function pushOn(): Promise<string[]> {
  const { prisma } = await import('#lib/db/client.ts')
  await prisma().$executeRaw`DELETE FROM circuit`
  await prisma().$executeRaw`DELETE FROM ontraport_turn`
  await prisma().$executeRaw`DELETE FROM ontraport_record WHERE kind = 'making'`
  await prisma().$executeRaw`
    UPDATE transmission SET status = 'queued', next_attempt_at = NULL, reason_code = NULL,
      schedule_step = 0 WHERE status IN ('queued', 'retrying')`
  const open = await prisma().transmission.findMany({
    where: { status: 'queued' },
    select: { id: true },
    take: BATCH,
  })
  return open.map(({ id }) => id)
}

test('orders with faults before and after calls of every kind end with exactly one sale each, at its total', async () => {
  const { seed, numRuns } = modelRuns('order by the API with faults', ORDERS)
  const random = makeRandom(seed)
  api.failWith((): Fault => {
    const behaviour = FAULTS[Math.floor(random() * FAULTS.length * 4)]
    if (behaviour === undefined) return null
    return { when: random() < 0.5 ? 'instead' : 'after', behaviour }
  })
  const orders = Array.from({ length: numRuns }, () => anOrder())
  for (const order of orders) await world.deliver(['order_create', order])
  for (let open = await pushOn(); open.length > 0; open = await pushOn())
    await world.services.deliverBatch(open)

  const sold = api.account.transactions.map((row) => String(row.external_order_id))
  expect(sold.toSorted(), `SEED=${seed}`).toEqual(
    orders.map((order) => String(order.order_id)).toSorted(),
  )
  for (const sale of api.account.transactions) {
    const cents = productsOf(sale).reduce((sum, one) => sum + Number(one.total) * 100, 0)
    expect(Math.round(cents), `SEED=${seed}`).toBe(ORDER_CENTS)
  }
}, 3_600_000)
