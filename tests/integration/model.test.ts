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
import type { RelayWorld } from '#tests/support/relay.ts'
import { type RelayWay, startBothWays, WAY_NAMES } from '#tests/support/relay-ways.ts'

const STORIES = 200
const STORIES_AT_ONCE = 25
const LOOK_EVERY_MS = 50
const LIMIT_MS = 600_000

let ways: Awaited<ReturnType<typeof startBothWays>>
let world: RelayWorld
let relay: Awaited<ReturnType<RelayWorld['runRelay']>>

beforeAll(async () => {
  ways = await startBothWays()
  world = ways.world
  relay = await world.runRelay()
})

afterAll(async () => {
  await relay.stop()
  await ways.close()
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
  // Where a buyer's tag is all that is told, it names the order by the buyer.
  order.billing = { email: buyerOf(String(order.order_id)) }
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

function buyerOf(orderId: string): string {
  return `${orderId.toLowerCase()}@example.com`
}

type Judge = (orderId: string, story: OrderStory) => string | null

/** What is wrong with what ONTRAPORT heard of each. */
async function faultsIn(way: RelayWay, tellings: readonly Telling[]): Promise<string[]> {
  const orderIds = await Promise.all(tellings.map(tell))
  await allHeard()
  const judge = way.name === 'rest' ? judgeByApi(way) : judgeByReceiver()
  return tellings.flatMap(({ story, ...how }, index) => {
    const fault = judge(orderIds[index] ?? '', story)
    return fault === null ? [] : [`${fault}: ${JSON.stringify({ ...how, told: story.told })}`]
  })
}

function judgeByReceiver(): Judge {
  const heard = Map.groupBy(
    world.ontraport.received.map(({ body }) => body),
    (body) => /<order_id>([^<]+)</.exec(body)?.[1] ?? '',
  )
  return (orderId, story) =>
    judgeHeard((heard.get(orderId) ?? []).map(heardOf), whatMustBeHeard(story, 'send'))
}

function heardOf(body: string): Heard {
  const refunded = [...body.matchAll(/<total_refunded>([^<]+)</g)].at(-1)?.[1]
  return refunded === undefined ? 'sale' : Math.round(Number(refunded) * 100)
}

/** By the API a whole refund is the sale's, and a part is a tag of the buyer. */
function judgeByApi(way: RelayWay): Judge {
  const heard = Map.groupBy(way.told(), (one) => (one.kind === 'word' ? '' : one.buyer))
  return (orderId, story) => {
    const must = whatMustBeHeard(story, 'send')
    const messages = (heard.get(buyerOf(orderId)) ?? []).flatMap((one) =>
      one.kind === 'word' ? [] : [one.refunded ?? 'sale'],
    )
    const [first, ...refunds] = messages
    const isWhole = must.refundedCents === ORDER_TOTAL_CENTS
    const isRight = must.hasSale
      ? first === 'sale' &&
        !refunds.includes('sale') &&
        refunds.filter((one) => one === 'whole').length === (isWhole ? 1 : 0) &&
        (isWhole || refunds.length > 0 === must.refundedCents > 0)
      : messages.length === 0
    return isRight ? null : `heard ${messages.join(', ') || 'nothing'}, not ${JSON.stringify(must)}`
  }
}

async function allHeard(): Promise<void> {
  const { prisma } = await import('#lib/db/client.ts')
  const open = { status: { in: ['queued', 'sending'] } }
  while ((await prisma().transmission.count({ where: open })) > 0) await wait(LOOK_EVERY_MS)
}

test.each(WAY_NAMES)(
  'orders told at once over several connections, in any order and number, are heard by the way %s as one sale and its refunds each',
  async (name) => {
    expect(ORDER_TOTAL_CENTS).toBe(3934)
    const way = await ways.use(name)
    const { seed, numRuns } = modelRuns(`order through the database by the way ${name}`, STORIES)
    const faults: string[] = []
    await fc.check(
      fc.asyncProperty(
        fc.array(anyTelling(), { minLength: STORIES_AT_ONCE, maxLength: STORIES_AT_ONCE }),
        async (tellings) => {
          faults.push(...(await faultsIn(way, tellings)))
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
