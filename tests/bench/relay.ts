/**
 * Webhooks acknowledged, relayed and received, everything on: from the first
 * post to the last message at the receiver, in events a second. Every order is
 * then looked for: received once, complete in the log. The limit is the bare
 * server of the ingest bench. Then the webhook's answer under a steady load.
 *
 * node tests/bench/relay.ts [--seconds 5] [--rounds 5] [--rate 1000]
 */
import { parseArgs } from 'node:util'
import { startBareIngest } from './parts/bare-ingest.ts'
import { median, percentile } from './parts/figures.ts'
import { orderMaker } from './parts/order-maker.ts'
import { postAtFullSpeed, postAtRate } from './parts/post-load.ts'
import { printTable } from './parts/print-table.ts'
import { startStand } from './parts/start-stand.ts'
import { verifyOrders } from './parts/verify-orders.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    rate: { type: 'string', default: '1000' },
  },
})
const seconds = Number(values.seconds)
const rounds = Number(values.rounds)

const stand = await startStand()
const limit = await startBareIngest(stand.databaseUrl)
try {
  await relay(1, 1)
  const rows = []
  for (const events of [1, 10, 50]) rows.push(await measure(events))
  printTable(
    ['events a delivery', 'limit/s', 'acknowledged/s', 'relayed/s', 'relayed / limit'],
    rows,
  )
  await measureSteady()
} finally {
  await limit.stop('SIGTERM')
  await stand.stop()
}

async function measure(events: number): Promise<number[]> {
  const limits: number[] = []
  const results: { acknowledged: number; relayed: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const orders = orderMaker(4)
    const bare = await postAtFullSpeed(limit, () => orders.webhook(1), seconds)
    limits.push(bare.posts / bare.seconds)
    results.push(await relay(events, seconds))
  }
  const limitRate = median(limits)
  const relayed = median(results.map((result) => result.relayed))
  const acknowledged = median(results.map((result) => result.acknowledged))
  return [events, limitRate, acknowledged, relayed, relayed / limitRate]
}

/** Events a second, of one round; throws when an order was lost or doubled. */
async function relay(events: number, forSeconds: number) {
  const orders = orderMaker(4)
  const started = performance.now()
  const load = await postAtFullSpeed(stand.webhook, () => orders.webhook(events), forSeconds)
  await stand.receiver.waitForAll(orders.ids)
  const tookSeconds = (performance.now() - started) / 1_000
  await verifyOrders({ ...stand, orderIds: orders.ids })
  stand.receiver.arrivals.clear()
  return {
    acknowledged: (load.posts * events) / load.seconds,
    relayed: orders.ids.length / tookSeconds,
  }
}

async function measureSteady(): Promise<void> {
  const rate = Number(values.rate)
  const p99s: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const orders = orderMaker(4)
    const load = await postAtRate(stand.webhook, () => orders.webhook(1), { rate, seconds })
    p99s.push(percentile(load.delaysMs, 0.99))
    await stand.receiver.waitForAll(orders.ids)
    await verifyOrders({ ...stand, orderIds: orders.ids })
  }
  console.log(
    `\nAt ${rate} events a second: p99 of the webhook's answer ${median(p99s).toFixed(1)} ms`,
  )
}
