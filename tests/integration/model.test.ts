import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  anOrder,
  anUnpaidOrder,
  aSummary,
  type JsonObject,
  refundedOrder,
} from '#tests/support/build-order.ts'
import { modelRuns } from '#tests/support/model/model-runs.ts'
import {
  anyOrderStory,
  type Heard,
  judgeHeard,
  ORDER_TOTAL_CENTS,
  type OrderFacts,
  type OrderStory,
  whatMustBeHeard,
} from '#tests/support/model/order-model.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

const STORIES = 200
const STORIES_AT_ONCE = 25
const LOOK_EVERY_MS = 50
const LIMIT_MS = 600_000

let world: RelayWorld
let relay: Awaited<ReturnType<RelayWorld['runRelay']>>

beforeAll(async () => {
  world = await startRelayWorld()
  relay = await world.runRelay()
})

afterAll(async () => {
  await relay.stop()
  await world.close()
})

/** One delivery: a few events of one order, on one of the connections that are open at once. */
type Telling = { story: OrderStory; connections: number; eventsADelivery: number }

function anyTelling(): fc.Arbitrary<Telling> {
  return fc.record({
    story: anyOrderStory(),
    connections: fc.integer({ min: 1, max: 4 }),
    eventsADelivery: fc.integer({ min: 1, max: 3 }),
  })
}

function toEvent(order: JsonObject, facts: OrderFacts): [string, JsonObject] {
  const { isRefundNotice, isPaid, refundedCents } = facts
  if (!isPaid) return ['order_create', anUnpaidOrder({ ...order, ...UNPAID })]
  if (refundedCents === 0) return ['order_payment_process', order]
  return [
    isRefundNotice ? 'order_refund' : 'order_update',
    refundedOrder(order, refundedCents / 100),
  ]
}

const UNPAID = {
  current_stage: 'Accounts Receivable',
  payment: { payment_status: 'Unprocessed' },
}

/** Tells one order over several connections at once; the events of a connection keep their order. */
async function tell({ story, connections, eventsADelivery }: Telling): Promise<string> {
  const order = anOrder({ summary: aSummary({ subtotal: 29, shipping: 7.95, tax: 2.39 }) })
  const lanes = Array.from({ length: connections }, (_, lane) =>
    story.told.filter((_, index) => index % connections === lane),
  )
  await Promise.all(
    lanes.map(async (facts) => {
      for (let at = 0; at < facts.length; at += eventsADelivery)
        await world.deliver(
          ...facts.slice(at, at + eventsADelivery).map((one) => toEvent(order, one)),
        )
    }),
  )
  return String(order.order_id)
}

function heardOf(body: string): Heard {
  const refunded = [...body.matchAll(/<total_refunded>([^<]+)</g)].at(-1)?.[1]
  return refunded === undefined ? 'sale' : Math.round(Number(refunded) * 100)
}

/** What is wrong with what ONTRAPORT heard of each. */
async function faultsIn(tellings: readonly Telling[]): Promise<string[]> {
  const orderIds = await Promise.all(tellings.map(tell))
  await allHeard()
  const heard = Map.groupBy(
    world.ontraport.received.map(({ body }) => body),
    (body) => /<order_id>([^<]+)</.exec(body)?.[1] ?? '',
  )
  return tellings.flatMap(({ story, ...how }, index) => {
    const messages = (heard.get(orderIds[index] ?? '') ?? []).map(heardOf)
    const fault = judgeHeard(messages, whatMustBeHeard(story, 'send'))
    return fault === null ? [] : [`${fault}: ${JSON.stringify({ ...how, told: story.told })}`]
  })
}

async function allHeard(): Promise<void> {
  const { prisma } = await import('#lib/db/client.ts')
  const open = { status: { in: ['queued', 'sending'] } }
  while ((await prisma().transmission.count({ where: open })) > 0) await wait(LOOK_EVERY_MS)
}

test(
  'orders told at once over several connections, in any order and number, are heard as one sale and its refunds each',
  async () => {
    expect(ORDER_TOTAL_CENTS).toBe(3934)
    const { seed, numRuns } = modelRuns('order through the database', STORIES)
    const faults: string[] = []
    await fc.check(
      fc.asyncProperty(
        fc.array(anyTelling(), { minLength: STORIES_AT_ONCE, maxLength: STORIES_AT_ONCE }),
        async (tellings) => {
          faults.push(...(await faultsIn(tellings)))
          return faults.length === 0
        },
      ),
      // To shrink through the database would take minutes; the faults name their stories.
      { seed, numRuns: numRuns / STORIES_AT_ONCE, endOnFailure: true },
    )
    expect(faults, `SEED=${seed}`).toEqual([])
  },
  LIMIT_MS,
)
