/**
 * Several processes over one PostgreSQL: two web processes take the webhooks,
 * one, two and four workers relay them. Every order is looked for. The limit is
 * the figure of one worker; on a machine of two processors more workers show
 * that the work stays right, not that it gets faster.
 *
 * node tests/bench/scale-out.ts [--orders 20000] [--workers 1,2,4]
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '#lib/db/embedded-postgres.ts'
import { addMerchantTo } from '#tests/support/add-merchant.ts'
import { setup as buildOnce } from '#tests/support/build.ts'
import { makeOpenFolder, removeOpenFolders } from '#tests/support/open-folder.ts'
import { startProduct } from '#tests/support/product.ts'
import { runScript } from '#tests/support/program.ts'
import { startCountingReceiver } from './parts/counting-receiver.ts'
import { postBacklog } from './parts/post-backlog.ts'
import { printTable } from './parts/print-table.ts'
import { verifyOrders } from './parts/verify-orders.ts'

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '20000' },
    workers: { type: 'string', default: '1,2,4' },
  },
})

await buildOnce()
const receiver = await startCountingReceiver()
const database = await startEmbeddedPostgres(makeOpenFolder())
const environment = {
  DATABASE_URL: database.url,
  APP_SECRET: randomBytes(32).toString('base64'),
  ONTRAPORT_URL: receiver.url,
  RELAY_WORKER: 'off',
  LOG_LEVEL: 'error',
}
const webs = [await startProduct({ environment }), await startProduct({ environment })]
try {
  const authorization = await addMerchantTo(environment)
  const rows: [number, number][] = []
  for (const workers of values.workers.split(',').map(Number))
    rows.push([workers, await measure(workers, authorization)])
  const [, one = 0] = rows[0] ?? []
  printTable(
    ['workers', 'relayed/s', 'ratio to the first'],
    rows.map(([workers, rate]) => [workers, rate, rate / one]),
  )
} finally {
  await Promise.all(webs.map((web) => web.stop()))
  await database.stop()
  await receiver.close()
  removeOpenFolders()
}

/** Orders a second, from the first post to the last message. */
async function measure(count: number, authorization: string): Promise<number> {
  const workers = Array.from({ length: count }, () => runScript('worker.ts', environment))
  try {
    await Promise.all(workers.map((worker) => worker.says(/^Relaying\.$/m)))
    const started = performance.now()
    const halves = await Promise.all(
      webs.map((web) => {
        const url = `${web.url}/api/webhooks/ultracart/DEMO`
        return postBacklog({ url, authorization }, Number(values.orders) / webs.length)
      }),
    )
    const orderIds = halves.flat()
    await receiver.waitForAll(orderIds)
    const seconds = (performance.now() - started) / 1_000
    await verifyOrders({ databaseUrl: database.url, receiver, orderIds })
    return orderIds.length / seconds
  } finally {
    await Promise.all(workers.map((worker) => worker.end('SIGTERM')))
  }
}
