/**
 * How fast what has waited goes out: orders are taken while no worker runs,
 * then one worker is started. Every order is looked for afterwards. The limit
 * is the receiver alone, fed with like bodies by the same number of connections.
 *
 * node tests/bench/backlog.ts [--orders 100000]
 */
import { parseArgs } from 'node:util'
import { runScript } from '#tests/support/program.ts'
import { orderMaker } from './parts/order-maker.ts'
import { postBacklog } from './parts/post-backlog.ts'
import { postAtFullSpeed } from './parts/post-load.ts'
import { printTable } from './parts/print-table.ts'
import { startStand } from './parts/start-stand.ts'
import { verifyOrders } from './parts/verify-orders.ts'

const { values } = parseArgs({ options: { orders: { type: 'string', default: '100000' } } })

const stand = await startStand({ RELAY_WORKER: 'off' })
try {
  const bodies = orderMaker(4)
  const limit = await postAtFullSpeed(stand.receiver, () => bodies.webhook(1), 5)
  const limitRate = limit.posts / limit.seconds
  const { orders, seconds } = await drain(Number(values.orders))
  printTable(
    ['orders', 'seconds', 'orders/s', 'limit/s', 'ratio'],
    [[orders, seconds, orders / seconds, limitRate, orders / seconds / limitRate]],
  )
} finally {
  await stand.stop()
}

async function drain(orders: number): Promise<{ orders: number; seconds: number }> {
  const orderIds = await postBacklog(stand.webhook, orders)
  const started = performance.now()
  const worker = runScript('worker.ts', {
    DATA_DIR: stand.product.dataDir,
    ONTRAPORT_URL: stand.receiver.url,
    LOG_LEVEL: 'error',
  })
  try {
    await stand.receiver.waitForAll(orderIds)
    const seconds = (performance.now() - started) / 1_000
    await verifyOrders({ ...stand, orderIds })
    return { orders, seconds }
  } finally {
    await worker.end('SIGTERM')
  }
}
