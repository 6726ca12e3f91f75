/**
 * The log as it grows: what each of its queries takes on the server, at each
 * size, and what a sale takes on disk with all its texts. The limit of a query
 * is itself in the smallest log.
 *
 * node tests/bench/log-at-size.ts [--sizes 10000,1000000] [--rounds 40] [--sales 2000]
 */
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { type LogSearch, NO_SEARCH } from '#components/log/log-search-params.ts'
import { toChartEdges } from '#components/log-chart/chart-edges.ts'
import type { Access } from '#lib/domain/access.ts'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { env } from '#lib/env.ts'
import { percentile } from './parts/figures.ts'
import { fillYear, LOG_MONTHS } from './parts/fill-year.ts'
import { postBacklog } from './parts/post-backlog.ts'
import { printTable } from './parts/print-table.ts'
import { type Stand, startStand } from './parts/start-stand.ts'
import { verifyOrders } from './parts/verify-orders.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,1000000' },
    rounds: { type: 'string', default: '40' },
    sales: { type: 'string', default: '2000' },
  },
})

const ACCESS: Access = { merchantId: 'DEMO', role: 'owner', actor: 'bench' }
/** As in a server that has run for a while. */
const WARM_UP_ROUNDS = 5
const ZONE = 'America/New_York'
const DAY_MS = 24 * 60 * 60_000

type Query = () => Promise<unknown>

const stand = await startStand()
// The services that are measured run here, on the product's database.
env.DATABASE_URL = stand.databaseUrl
env.DATA_DIR = stand.product.dataDir
const { listTransmissions } = await import('#lib/services/list-transmissions.ts')
const { getLogFigures } = await import('#lib/services/get-log-figures.ts')
const { getRelayHealth } = await import('#lib/services/get-relay-health.ts')
const { listReasonGroups } = await import('#lib/services/list-reason-groups.ts')
const { countClosedHours } = await import('#lib/db/log-hours.ts')
const { disconnect } = await import('#lib/db/client.ts')
const client = new Client({ connectionString: stand.databaseUrl })
await client.connect()
try {
  await measureDisk(stand)
  await measureQueries()
} finally {
  await client.end()
  await disconnect()
  await stand.stop()
}

async function measureDisk(stand: Stand): Promise<void> {
  const rows = []
  for (const eventsADelivery of [1, 10]) rows.push(await measureSales(stand, eventsADelivery))
  printTable(['sales', 'sales a delivery', 'bytes on disk a sale'], rows)
}

async function measureSales(stand: Stand, eventsADelivery: number): Promise<number[]> {
  const { webhook, receiver } = stand
  const before = await databaseBytes()
  const orderIds = await postBacklog(webhook, Number(values.sales), { eventsADelivery })
  await receiver.waitForAll(orderIds)
  await verifyOrders({ ...stand, orderIds })
  const bytes = (await databaseBytes()) - before
  return [orderIds.length, eventsADelivery, bytes / orderIds.length]
}

/** Once dead rows are out of the way, and the queue's finished jobs, which it removes after five minutes. */
async function databaseBytes(): Promise<number> {
  await client.query(`DELETE FROM pgboss.job_common WHERE state = 'completed'`)
  await client.query('VACUUM FULL')
  const { rows } = await client.query<{ bytes: string }>(
    'SELECT pg_database_size(current_database()) AS bytes',
  )
  return Number(rows[0]?.bytes)
}

async function measureQueries(): Promise<void> {
  const smallest = new Map<string, number>()
  for (const size of values.sizes.split(',').map(Number)) {
    await fillYear(client, ACCESS.merchantId, size)
    await countClosedHours(new Date())
    await client.query('VACUUM ANALYZE transmission_hour')
    const rows = []
    for (const [name, query] of Object.entries(queries(await cursorAt(0.5), size))) {
      const { p50, p95 } = await time(query)
      const limit = smallest.get(name) ?? p95
      smallest.set(name, limit)
      rows.push([name, size, p50, p95, p95 / limit])
    }
    printTable(['query', 'rows', 'p50 ms', 'p95 ms', 'of the smallest log'], rows)
    console.log()
  }
}

function queries(deep: string, size: number): Record<string, Query> {
  const list = (filter: TransmissionFilter, cursor: string | null = null) => {
    return () => listTransmissions(ACCESS, { isSandbox: false, ...filter }, { limit: 50, cursor })
  }
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)
  const chart = (range: Partial<LogSearch>) => {
    const { edges } = toChartEdges({ ...NO_SEARCH, ...range }, { now: new Date(), timeZone: ZONE })
    const wanted = { edges, isSandbox: false, type: null, statuses: [] }
    return () => getLogFigures(ACCESS, wanted)
  }
  return {
    'first page': list({}),
    'deep page': list({}, deep),
    type: list({ type: 'refund' }),
    status: list({ status: ['failed', 'unconfirmed', 'held'] }),
    'type and status': list({ type: 'refund', status: ['failed'] }),
    code: list({ code: '400' }),
    'code class': list({ code: '4xx' }),
    reason: list({ reasonCode: 'stage-before-payment' }),
    'time range': list({ from: daysAgo(60).toISOString(), to: daysAgo(59).toISOString() }),
    reference: list({ reference: `LOG-${Math.round(size / 3)}` }),
    email: list({ email: 'buyer77@example.com' }),
    amount: list({ minAmount: '150.00', maxAmount: '151.00' }),
    'search: order id': list({ q: `LOG-${Math.round(size / 3)}` }),
    'search: words': list({ q: 'Robin' }),
    'search: nothing found': list({ q: 'nobody at all' }),
    'chart of a day': chart({ range: '24h' }),
    'chart of 30 days': chart({ range: '30d' }),
    'chart of a year': chart({
      range: 'custom',
      from: daysAgo(LOG_MONTHS * 30)
        .toISOString()
        .slice(0, 'YYYY-MM-DD'.length),
    }),
    overview: () =>
      Promise.all([
        getRelayHealth(ACCESS, { isSandbox: false }),
        listReasonGroups(ACCESS, { isSandbox: false }),
        list({ status: ['sent'] })(),
      ]),
  }
}

/** The place of a row in the middle of the log, as a page's `nextCursor` says it. */
async function cursorAt(part: number): Promise<string> {
  const to = new Date(Date.now() - part * LOG_MONTHS * 30 * DAY_MS).toISOString()
  const { nextCursor } = await listTransmissions(ACCESS, { to }, { limit: 50, cursor: null })
  if (nextCursor === null) throw new Error('The log ends before its middle.')
  return nextCursor
}

async function time(query: Query): Promise<{ p50: number; p95: number }> {
  const times: number[] = []
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) await query()
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const started = performance.now()
    await query()
    times.push(performance.now() - started)
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
}
