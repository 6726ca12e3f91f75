/**
 * What one merchant feels of another: the delay of its orders alone (the
 * limit), while the other has a backlog, and while the other's receiver gives
 * no answers; then what its new orders feel of its own history, which it sends
 * again, and how fast that goes.
 *
 * node tests/bench/fairness.ts [--orders 100000] [--history 2000] [--rate 5] [--seconds 10] [--rounds 5]
 */
import { parseArgs } from 'node:util'
import { keyOf } from '#tests/support/add-merchant.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'
import { median, percentile } from './parts/figures.ts'
import { measureDelays } from './parts/measure-delays.ts'
import { postBacklog } from './parts/post-backlog.ts'
import { printTable } from './parts/print-table.ts'
import { startStand, webhookOf } from './parts/start-stand.ts'
import { verifyOrders } from './parts/verify-orders.ts'

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '100000' },
    history: { type: 'string', default: '2000' },
    rate: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
  },
})
const BUSY = 'BUSY'

const stand = await startStand()
try {
  const busy = await webhookOf(stand.product, BUSY)
  await measureDelays(stand, { rate: 20, seconds: 2 })
  const alone = await measure()
  stand.receiver.hangFor(keyOf(BUSY))
  const orderIds = await postBacklog(busy, Number(values.orders), { merchantId: BUSY })
  const hanging = await measure()
  stand.receiver.hangFor(null)
  const draining = await measure()
  const isDrained = orderIds.every((id) => stand.receiver.arrivals.has(id))
  const { delays: replaying, perSecond } = await replayHistory(new Set(orderIds))
  printTable(
    ['meanwhile', 'p50 ms', 'p99 ms', 'p50 / alone', 'p99 / alone'],
    [
      ['nothing', ...alone, 1, 1],
      ['another’s receiver hangs', ...hanging, ...ratios(hanging, alone)],
      [
        `another’s backlog goes out${isDrained ? ' (done before the end)' : ''}`,
        ...draining,
        ...ratios(draining, alone),
      ],
      ['the own history goes out again', ...replaying, ...ratios(replaying, alone)],
    ],
  )
  console.log(`The history went out at ${perSecond.toFixed(1)} messages a second.`)
} finally {
  await stand.stop()
}

/** Everything that was accepted so far goes out once more while new orders come. */
async function replayHistory(ofBusy: ReadonlySet<string>) {
  const history = await postBacklog(stand.webhook, Number(values.history))
  await stand.receiver.waitForAll(history)
  await verifyOrders({ ...stand, orderIds: history })
  const before = countRepeats(ofBusy)
  const started = performance.now()
  await adminAnswer(['resend', '--merchant', 'DEMO', '--status', 'sent'], {
    env: { DATA_DIR: stand.product.dataDir },
  })
  const delays = await measure()
  const seconds = (performance.now() - started) / 1_000
  return { delays, perSecond: (countRepeats(ofBusy) - before) / seconds }
}

/** How often something arrived once more that is not of these. */
function countRepeats(ofOthers: ReadonlySet<string>): number {
  const own = [...stand.receiver.arrivals].filter(([id]) => !ofOthers.has(id))
  return own.reduce((total, [, { count }]) => total + count - 1, 0)
}

async function measure(): Promise<[p50: number, p99: number]> {
  const rounds: number[][] = []
  const steady = { rate: Number(values.rate), seconds: Number(values.seconds) }
  for (let round = 0; round < Number(values.rounds); round += 1)
    rounds.push(await measureDelays(stand, steady))
  const delay = (part: number): number => median(rounds.map((delays) => percentile(delays, part)))
  return [delay(0.5), delay(0.99)]
}

function ratios(figures: [number, number], limits: [number, number]): [number, number] {
  return [figures[0] / limits[0], figures[1] / limits[1]]
}
