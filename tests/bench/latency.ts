/**
 * How long after the webhook's answer the message reaches ONTRAPORT, at steady
 * rates: a real product, a real receiver on loopback, every order counted.
 * The limit is one bare POST of the same body to the same receiver.
 *
 * node tests/bench/latency.ts [--rates 2,50] [--seconds 10] [--rounds 5]
 */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { setup as buildOnce } from '#tests/support/build.ts'
import { anOrder } from '#tests/support/build-order.ts'
import { type OntraportStandIn, startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { type Product, startProduct } from '#tests/support/product.ts'
import { addMerchantTo } from './add-merchant.ts'
import { median, percentile } from './figures.ts'

const { values } = parseArgs({
  options: {
    rates: { type: 'string', default: '2,50' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
  },
})
const rates = values.rates.split(',').map(Number)
const seconds = Number(values.seconds)
const rounds = Number(values.rounds)

await buildOnce()
const ontraport = await startOntraport()
const product = await startProduct({
  environment: { ONTRAPORT_URL: ontraport.url, LOG_LEVEL: 'error' },
})
try {
  const authorization = await addMerchantTo(product)
  await runRate({ product, ontraport, authorization, rate: 5, seconds: 2 })
  const limitMs = await measureLimit(ontraport)
  console.log(`limit: one bare POST to the receiver, median ${limitMs.toFixed(1)} ms\n`)
  console.log('rate/s  rounds  p50 ms  p95 ms  p99 ms  p50 / limit')
  for (const rate of rates) {
    const results: number[][] = []
    for (let round = 0; round < rounds; round += 1)
      results.push(await runRate({ product, ontraport, authorization, rate, seconds }))
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) =>
      median(results.map((delays) => percentile(delays, part))),
    )
    const row = [rate, rounds, p50?.toFixed(1), p95?.toFixed(1), p99?.toFixed(1)]
    console.log(
      [...row, ((p50 ?? 0) / limitMs).toFixed(1)]
        .map((cell) => String(cell).padStart(6))
        .join('  '),
    )
  }
} finally {
  await product.stop()
  await ontraport.close()
}

type Run = {
  product: Product
  ontraport: OntraportStandIn
  authorization: string
  rate: number
  seconds: number
}

/** The delay of each order, in milliseconds from the webhook's answer to the receiver. */
async function runRate({
  product,
  ontraport,
  authorization,
  rate,
  seconds,
}: Run): Promise<number[]> {
  ontraport.received.length = 0
  const answeredAt = new Map<string, number>()
  const started = performance.now()
  const sends: Promise<void>[] = []
  for (let index = 0; index < rate * seconds; index += 1) {
    await wait(Math.max(0, started + (index * 1_000) / rate - performance.now()))
    const order = anOrder()
    sends.push(
      deliver(product, authorization, order).then(() => {
        answeredAt.set(String(order.order_id), Date.now())
      }),
    )
  }
  await Promise.all(sends)
  await ontraport.waitFor(sends.length, 60_000)
  const delays = ontraport.received.flatMap(({ body, at }) => {
    const answered = answeredAt.get(/<order_id>([^<]+)/.exec(body)?.[1] ?? '')
    return answered === undefined ? [] : [Math.max(0, at.getTime() - answered)]
  })
  if (delays.length !== sends.length || ontraport.received.length !== sends.length)
    throw new Error(`${sends.length} orders sent, ${ontraport.received.length} received`)
  return delays
}

async function deliver(product: Product, authorization: string, order: object): Promise<void> {
  const response = await fetch(`${product.url}/api/webhooks/ultracart/DEMO`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ events: [{ order_create: order }] }),
  })
  if (response.status !== 200) throw new Error(`the webhook answered ${response.status}`)
  await response.arrayBuffer()
}

async function measureLimit({ url }: OntraportStandIn): Promise<number> {
  const body = JSON.stringify(anOrder())
  const times: number[] = []
  for (let index = 0; index < 200; index += 1) {
    const started = performance.now()
    await (await fetch(url, { method: 'POST', body })).arrayBuffer()
    times.push(performance.now() - started)
  }
  return median(times)
}
