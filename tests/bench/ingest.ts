/**
 * How many webhook deliveries are acknowledged a second, and how long an answer
 * takes, with the relay's worker off: what is acknowledged is committed and
 * waits. The limit is a bare Node server that parses the same body and inserts
 * one row a delivery. Rounds of both take turns.
 *
 * node tests/bench/ingest.ts [--seconds 5] [--rounds 5]
 */
import { parseArgs } from 'node:util'
import { startBareIngest } from './parts/bare-ingest.ts'
import { median, percentile } from './parts/figures.ts'
import { type OrderKb, orderMaker } from './parts/order-maker.ts'
import { type Load, postAtFullSpeed } from './parts/post-load.ts'
import { printTable } from './parts/print-table.ts'
import { startStand } from './parts/start-stand.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
  },
})
const SHAPES: [events: number, kb: OrderKb][] = [
  [1, 4],
  [1, 20],
  [10, 4],
  [50, 4],
]

const stand = await startStand({ RELAY_WORKER: 'off' })
const limit = await startBareIngest(stand.databaseUrl)
try {
  const rows = []
  for (const [events, kb] of SHAPES) rows.push(await measure(events, kb))
  printTable(
    ['events', 'order KB', 'limit/s', 'product/s', 'events/s', 'ratio', 'p50 ms', 'p99 ms'],
    rows,
  )
} finally {
  await limit.stop('SIGTERM')
  await stand.stop()
}

async function measure(events: number, kb: OrderKb): Promise<number[]> {
  const orders = orderMaker(kb)
  const seconds = Number(values.seconds)
  const post = (target: { url: string }) =>
    postAtFullSpeed(target, () => orders.webhook(events), seconds)
  await postAtFullSpeed(stand.webhook, () => orders.webhook(events), 1)
  const rounds: { limit: Load; product: Load }[] = []
  for (let round = 0; round < Number(values.rounds); round += 1)
    rounds.push({ limit: await post(limit), product: await post(stand.webhook) })
  const limitRate = median(rounds.map((round) => rateOf(round.limit)))
  const rate = median(rounds.map((round) => rateOf(round.product)))
  const delay = (part: number): number =>
    median(rounds.map((round) => percentile(round.product.delaysMs, part)))
  return [events, kb, limitRate, rate, rate * events, rate / limitRate, delay(0.5), delay(0.99)]
}

function rateOf({ posts, seconds }: Load): number {
  return posts / seconds
}
