/**
 * How fast what has waited goes out: at full speed, where orders are taken while
 * no worker runs, and at a set pace, where they wait for a merchant's key. Every
 * order is looked for afterwards. The limit of full speed is the receiver alone,
 * fed with like bodies by the same number of connections; that of the other is
 * its pace.
 *
 * node tests/bench/backlog.ts [--orders 100000] [--paced 2000] [--pace 100]
 */
import { parseArgs } from 'node:util'
import { keyOf } from '#tests/support/add-merchant.ts'
import { runScript } from '#tests/support/program.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'
import { orderMaker } from './parts/order-maker.ts'
import { postBacklog } from './parts/post-backlog.ts'
import { postAtFullSpeed } from './parts/post-load.ts'
import { printTable } from './parts/print-table.ts'
import { startStand, webhookOf } from './parts/start-stand.ts'
import { verifyOrders } from './parts/verify-orders.ts'

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '100000' },
    paced: { type: 'string', default: '2000' },
    pace: { type: 'string', default: '100' },
  },
})
const PACED = 'PACED'

const stand = await startStand({ RELAY_WORKER: 'off' })
const environment = {
  DATA_DIR: stand.product.dataDir,
  ONTRAPORT_URL: stand.receiver.url,
  LOG_LEVEL: 'error',
  DRAIN_PER_SECOND: values.pace,
}
try {
  const bodies = orderMaker(4)
  const limit = await postAtFullSpeed(stand.receiver, () => bodies.webhook(1), 5)
  const fullSpeed = await drainAtFullSpeed(Number(values.orders))
  const paced = await drainPaced(Number(values.paced))
  printTable(
    ['how', 'orders', 'seconds', 'orders/s', 'limit/s', 'ratio'],
    [
      toRow('at full speed', fullSpeed, limit.posts / limit.seconds),
      toRow('paced', paced, Number(values.pace)),
    ],
  )
} finally {
  await stand.stop()
}

type Drained = { orders: number; seconds: number }

function toRow(how: string, { orders, seconds }: Drained, limit: number): (string | number)[] {
  return [how, orders, seconds, orders / seconds, limit, orders / seconds / limit]
}

async function drainAtFullSpeed(orders: number): Promise<Drained> {
  const orderIds = await postBacklog(stand.webhook, orders)
  return withWorker(async (started) => ({
    orders,
    seconds: await untilVerified(orderIds, started),
  }))
}

/** The orders of a merchant without a key wait for one, which is saved then. */
async function drainPaced(orders: number): Promise<Drained> {
  const webhook = await webhookOf(stand.product, PACED, { key: null })
  const orderIds = await postBacklog(webhook, orders, { merchantId: PACED })
  return withWorker(async () => {
    const started = performance.now()
    const saving = ['merchant', 'set', PACED, '--api-key', keyOf(PACED)]
    await adminAnswer(saving, { env: environment })
    return { orders, seconds: await untilVerified(orderIds, started) }
  })
}

/** Tells the deed when the worker began. */
async function withWorker<Result>(deed: (started: number) => Promise<Result>): Promise<Result> {
  const worker = runScript('worker.ts', environment)
  try {
    await worker.says(/^Relaying\.$/m)
    return await deed(performance.now())
  } finally {
    await worker.end('SIGTERM')
  }
}

/** Seconds until the last of them arrived. */
async function untilVerified(orderIds: readonly string[], started: number): Promise<number> {
  await stand.receiver.waitForAll(orderIds)
  const seconds = (performance.now() - started) / 1_000
  await verifyOrders({ ...stand, orderIds })
  return seconds
}
