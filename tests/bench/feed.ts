/**
 * The item feed at size: time to the first byte, to the whole, the answer 304,
 * and what the product's memory grows by. The limit is PostgreSQL alone,
 * handing out the same items.
 *
 * node tests/bench/feed.ts [--items 100000] [--rounds 5]
 */
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { request } from 'undici'
import { runScript } from '#tests/support/program.ts'
import { median } from './parts/figures.ts'
import { printTable } from './parts/print-table.ts'
import { processFigures } from './parts/process-figures.ts'
import { type Stand, startStand } from './parts/start-stand.ts'

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
  },
})

const SEED_ITEMS = `
  INSERT INTO item (merchant_id, item_id, description, price_minor)
  SELECT 'DEMO', 'ITEM-' || lpad(n::text, 6, '0'), 'Green tea from the first harvest, bag ' || n, n
  FROM generate_series(1, $1::integer) AS n`

const stand = await startStand()
const client = new Client({ connectionString: stand.databaseUrl })
await client.connect()
try {
  await client.query(SEED_ITEMS, [Number(values.items)])
  await client.query('ANALYZE item')
  await measure(`${stand.product.url}/api/items/DEMO?key=${await makeFeedKey(stand)}`)
} finally {
  await client.end()
  await stand.stop()
}

async function measure(url: string): Promise<void> {
  const { etag } = await poll(url)
  const before = nodeMegabytes()
  const [full, unchanged, limits]: [Poll[], Poll[], number[]] = [[], [], []]
  for (let round = 0; round < Number(values.rounds); round += 1) {
    limits.push(await measureLimit())
    full.push(await poll(url))
    unchanged.push(await poll(url, etag))
  }
  const totalMs = median(full.map((one) => one.totalMs))
  const limitMs = median(limits)
  printTable(
    ['items', 'MB', 'first byte ms', 'total ms', 'limit ms', 'ratio', '304 ms', 'memory +MB'],
    [
      [
        Number(values.items),
        median(full.map((one) => one.bytes)) / 1e6,
        median(full.map((one) => one.firstByteMs)),
        totalMs,
        limitMs,
        totalMs / limitMs,
        median(unchanged.map((one) => one.totalMs)),
        nodeMegabytes() - before,
      ],
    ],
  )
}

type Poll = { bytes: number; firstByteMs: number; totalMs: number; etag: string }

async function poll(url: string, etag?: string): Promise<Poll> {
  const started = performance.now()
  const answer = await request(
    url,
    etag === undefined ? {} : { headers: { 'if-none-match': etag } },
  )
  if (answer.statusCode !== (etag === undefined ? 200 : 304))
    throw new Error(`The feed answered ${answer.statusCode}`)
  let [bytes, firstByteMs] = [0, 0]
  for await (const piece of answer.body) {
    if (bytes === 0) firstByteMs = performance.now() - started
    bytes += piece.length
  }
  const totalMs = performance.now() - started
  return { bytes, firstByteMs, totalMs, etag: String(answer.headers.etag) }
}

async function measureLimit(): Promise<number> {
  const started = performance.now()
  await client.query('SELECT * FROM item ORDER BY item_id')
  return performance.now() - started
}

function nodeMegabytes(): number {
  return processFigures(stand.product.pid)[0]?.megabytes ?? 0
}

async function makeFeedKey({ product }: Stand): Promise<string> {
  const program = runScript('admin.ts', { DATA_DIR: product.dataDir }, [
    ...['feed-key', 'show', 'DEMO', '--json'],
  ])
  await program.exit
  const [, key = ''] = /"key":\s*"([^"]+)"/.exec(program.output()) ?? []
  return key
}
