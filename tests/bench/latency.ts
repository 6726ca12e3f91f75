/**
 * How long after the webhook's answer the message reaches ONTRAPORT, at steady
 * rates: a real product, a real receiver on loopback, every order counted.
 * The limit is one bare POST of a like body to the same receiver.
 *
 * node tests/bench/latency.ts [--rates 1,50,200] [--seconds 10] [--rounds 5]
 */
import { parseArgs } from 'node:util'
import { median, percentile } from './parts/figures.ts'
import { measureDelays } from './parts/measure-delays.ts'
import { orderMaker } from './parts/order-maker.ts'
import { postAtRate } from './parts/post-load.ts'
import { printTable } from './parts/print-table.ts'
import { startStand } from './parts/start-stand.ts'

const { values } = parseArgs({
  options: {
    rates: { type: 'string', default: '1,50,200' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
  },
})

const stand = await startStand()
try {
  await measureDelays(stand, { rate: 20, seconds: 2 })
  const limitMs = await measureLimit()
  console.log(`limit: one bare POST to the receiver, median ${limitMs.toFixed(1)} ms\n`)
  const rows = []
  for (const rate of values.rates.split(',').map(Number)) rows.push(await measure(rate, limitMs))
  printTable(['orders/s', 'p50 ms', 'p95 ms', 'p99 ms', 'p50 / limit'], rows)
} finally {
  await stand.stop()
}

async function measure(rate: number, limitMs: number): Promise<number[]> {
  const rounds: number[][] = []
  for (let round = 0; round < Number(values.rounds); round += 1)
    rounds.push(await measureDelays(stand, { rate, seconds: Number(values.seconds) }))
  const delay = (part: number): number => median(rounds.map((delays) => percentile(delays, part)))
  return [rate, delay(0.5), delay(0.95), delay(0.99), delay(0.5) / limitMs]
}

async function measureLimit(): Promise<number> {
  const orders = orderMaker(4)
  const load = { rate: 100, seconds: 2 }
  const { delaysMs } = await postAtRate(stand.receiver, () => orders.webhook(1), load)
  return median(delaysMs)
}
