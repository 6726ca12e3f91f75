import { beforeAll, expect, test } from 'vitest'
import { type Db, inTransaction, prisma } from '#lib/db/client.ts'
import { listTransmissionRows } from '#lib/db/log.ts'
import { findOldestWaiting, findWorkingSince } from '#lib/db/relay-health.ts'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { buildMerchant } from '#tests/support/build-merchant.ts'

const COUNT = 20_100
let store: string
beforeAll(async () => {
  store = await buildMerchant()
  await prisma().$executeRaw`
    INSERT INTO transmission (id, merchant_id, type, status, description, stream_kind, reference, position, created_at)
    SELECT uuid_v7_floor(moment), ${store}, 'sale', 'sent',
      CASE WHEN n IN (1, ${COUNT}) THEN 'Rare thing' ELSE 'Plain thing' END, 'order', 'DEMO-' || n, 1, moment
    FROM (SELECT n, timestamptz '2026-11-01' + n * interval '1 second' AS moment
          FROM generate_series(1, ${COUNT}::integer) n) rows`
  await prisma().$executeRaw`ANALYZE transmission`
})

const page = (filter: TransmissionFilter, cursor: string | null, mostStretches?: number) =>
  listTransmissionRows(prisma(), store, { filter, limit: 50, cursor }, mostStretches)

test('a search for words goes through a bounded part of it a page, and says how far', async () => {
  const first = await page({ q: 'rare' }, null, 1)
  const second = await page({ q: 'rare' }, first.nextCursor, 1)
  expect(first.transmissions.map((row) => row.reference)).toEqual([`DEMO-${COUNT}`])
  expect(first.searchedBackTo).toBe('2026-11-01T00:01:41.000Z')
  expect(second.transmissions.map((row) => row.reference)).toEqual(['DEMO-1'])
  expect(second).toMatchObject({ nextCursor: null, searchedBackTo: null })
})

test('a search goes on by itself while its page is not full', async () => {
  const { transmissions, nextCursor } = await page({ q: 'rare' }, null)
  expect(transmissions.map((row) => row.reference)).toEqual([`DEMO-${COUNT}`, 'DEMO-1'])
  expect(nextCursor).toBeNull()
})

test.each<[string, TransmissionFilter]>([
  ['status', { status: ['failed', 'unconfirmed'] }],
  ['type', { type: 'affiliate' }],
  ['status with words', { status: ['held'], q: 'nothing' }],
])('a rare %s is looked up, however much else there is', async (_name, filter) => {
  const read = await rowsReadBy((db) =>
    listTransmissionRows(db, store, { filter, limit: 50, cursor: null }),
  )
  expect(read).toBeLessThan(100)
})

test.each<[string, TransmissionFilter]>([
  ['status', { status: ['sent'] }],
  ['type', { type: 'sale' }],
  ['status and type', { type: 'sale', status: ['sent', 'failed'] }],
])('of the %s of nearly all rows no more are read than the page shows', async (_name, filter) => {
  const read = await rowsReadBy((db) =>
    listTransmissionRows(db, store, { filter, limit: 50, cursor: null }),
  )
  expect(read).toBeLessThan(100)
})

test('what the Overview asks of the log is looked up, not searched for', async () => {
  const side = { merchantId: store, isSandbox: false }
  const read = await rowsReadBy(async (db) => {
    expect(await findOldestWaiting(db, side)).toBeNull()
    await findWorkingSince(db, side)
  })
  expect(read).toBeLessThan(100)
})

async function rowsReadBy(look: (db: Db) => Promise<unknown>): Promise<number> {
  return inTransaction(async (db) => {
    const before = await countRead(db)
    await look(db)
    return (await countRead(db)) - before
  })
}

/** How many rows of the log this connection has looked at. */
async function countRead(db: Db): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT sum(seq_tup_read + idx_tup_fetch)::integer AS count
    FROM pg_stat_xact_user_tables WHERE relname LIKE 'transmission\\_%'`
  return found?.count ?? 0
}
