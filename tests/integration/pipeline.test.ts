import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Sql } from '#lib/db/pipeline.ts'

let inPipeline: typeof import('#lib/db/pipeline.ts').inPipeline
let direct: typeof import('#lib/db/pipeline.ts').direct

beforeAll(async () => {
  ;({ inPipeline, direct } = await import('#lib/db/pipeline.ts'))
  await direct().$executeRaw`CREATE TABLE note (id integer PRIMARY KEY, text text)`
})

beforeEach(async () => {
  await direct().$executeRaw`DELETE FROM note`
})

afterAll(async () => {
  await direct().$executeRaw`DROP TABLE note`
})

const insert = (db: Sql, id: number, text = ''): Promise<number> =>
  db.$executeRaw`INSERT INTO note (id, text) VALUES (${id}, ${text})`

async function notes(): Promise<number[]> {
  const rows = await direct().$queryRaw<{ id: number }[]>`SELECT id FROM note ORDER BY id`
  return rows.map((row) => row.id)
}

test('statements that are asked for side by side run in their order and see each other', async () => {
  const seen = await inPipeline((db) =>
    Promise.all([
      insert(db, 1, 'first'),
      db.$executeRaw`UPDATE note SET text = text || ', second' WHERE id = 1`,
      db.$queryRaw`SELECT text FROM note WHERE id = 1`,
    ]),
  )
  expect(seen).toEqual([1, 1, [{ text: 'first, second' }]])
})

test('one that fails takes all of them back, and is the one that is told of', async () => {
  const failing = inPipeline((db) => Promise.all([insert(db, 1), insert(db, 1), insert(db, 2)]))
  await expect(failing).rejects.toThrow('duplicate key')
  expect(await notes()).toEqual([])
})

test('a deed that overlooks a failed statement does not count as done', async () => {
  const overlooking = inPipeline(async (db) => {
    await insert(db, 1)
    await insert(db, 1).catch(() => undefined)
  })
  await expect(overlooking).rejects.toThrow('A statement failed')
  expect(await notes()).toEqual([])
})

test('a deed that throws leaves nothing behind', async () => {
  const throwing = inPipeline(async (db) => {
    await insert(db, 1)
    throw new Error('No.')
  })
  await expect(throwing).rejects.toThrow('No.')
  expect(await notes()).toEqual([])
})

test('of two that would wait for each other, one begins again, and both are done', async () => {
  await Promise.all([insert(direct(), 1), insert(direct(), 2)])
  const meeting = Promise.withResolvers<void>()
  let waiting = 0
  const change = (first: number, second: number) =>
    inPipeline(async (db) => {
      await db.$executeRaw`UPDATE note SET text = text || ${first} WHERE id = ${first}`
      waiting += 1
      if (waiting === 2) meeting.resolve()
      await meeting.promise
      await db.$executeRaw`UPDATE note SET text = text || ${first} WHERE id = ${second}`
    })
  await Promise.all([change(1, 2), change(2, 1)])
  const rows = await direct().$queryRaw<{ text: string }[]>`SELECT text FROM note`
  expect(rows.map(({ text }) => [...text].sort().join(''))).toEqual(['12', '12'])
})

test('a connection that breaks in the middle says that the database is away, and the next one works', async () => {
  const { isDatabaseAway } = await import('#lib/db/database-away.ts')
  const error: unknown = await inPipeline(async (db) => {
    await insert(db, 1)
    await db.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`
  }).catch((reason: unknown) => reason)
  expect(isDatabaseAway(error)).toBe(true)
  await inPipeline((db) => insert(db, 2))
  expect(await notes()).toEqual([2])
})

test('values come as Prisma gives them', async () => {
  const { prisma } = await import('#lib/db/client.ts')
  const read = (db: Sql) => db.$queryRaw`
    SELECT 9007199254740993::bigint AS big, 7::integer AS small, true AS flag, NULL AS nothing,
      '2026-11-30T12:34:56.789Z'::timestamptz AS moment, '{"a": [1, null]}'::jsonb AS json,
      ARRAY['a', 'b']::text[] AS texts, '01934f6e-0000-7000-8000-000000000000'::uuid AS id,
      '\\x00ff'::bytea AS bytes`
  const [direct_, usual] = await Promise.all([read(direct()), read(prisma())])
  expect(bytesAsHex(direct_)).toEqual(bytesAsHex(usual))
})

function bytesAsHex(rows: unknown): unknown {
  return (rows as { bytes: Uint8Array }[]).map(({ bytes, ...row }) => ({
    ...row,
    bytes: Buffer.from(bytes).toString('hex'),
  }))
}

test('two that make the same stream at once tell one sale', async () => {
  const { createStreams, openExistingStreams } = await import('#lib/db/streams.ts')
  const { NOTHING_KNOWN_OF_ORDER } = await import('#lib/domain/known-state.ts')
  const key = { merchantId: 'DEMO', kind: 'order', reference: 'TWICE' } as const
  const makers: number[] = []
  const make = (maker: number) =>
    inPipeline(async (db) => {
      const { size } = await openExistingStreams(db, [key])
      if (size > 0) return
      await createStreams(db, [{ key, known: NOTHING_KNOWN_OF_ORDER }])
      makers.push(maker)
    })
  await Promise.all([make(1), make(2), make(3)])
  expect(makers).toHaveLength(1)
})
