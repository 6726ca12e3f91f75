import { createHash, randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { migrate } from '#lib/db/migrate.ts'
import { StartError } from '#lib/errors.ts'
import { makeDatabase, runOn } from '#tests/support/databases.ts'

const MIGRATIONS = join(import.meta.dirname, '../../prisma/migrations')
const FIRST = '20261125000000_relay'

function emptyDatabase(): Promise<string> {
  return makeDatabase(inject('databaseServer'), `empty_${randomUUID()}`)
}

function folderWith(name: string, sql: string): string {
  const folder = join(process.env.DATA_DIR ?? '', randomUUID())
  cpSync(MIGRATIONS, folder, { recursive: true })
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'migration.sql'), sql)
  return folder
}

test('an empty database gets every migration, and a second start applies none', async () => {
  const url = await emptyDatabase()
  expect(await migrate(url)).toContain(FIRST)
  expect(await migrate(url)).toEqual([])
})

test('what is applied is recorded as Prisma records it', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  const { rows } = await runOn(url, (client) =>
    client.query('SELECT * FROM _prisma_migrations ORDER BY started_at LIMIT 1'),
  )
  const bytes = readFileSync(join(MIGRATIONS, FIRST, 'migration.sql'))
  expect(rows[0]).toMatchObject({
    migration_name: FIRST,
    checksum: createHash('sha256').update(bytes).digest('hex'),
    finished_at: expect.any(Date),
    rolled_back_at: null,
    logs: null,
    applied_steps_count: 1,
  })
})

test('two starts at once apply each migration once', async () => {
  const url = await emptyDatabase()
  const applied = await Promise.all([migrate(url), migrate(url)])
  expect(applied.flat().filter((name) => name === FIRST)).toHaveLength(1)
})

test('the months that come have their partitions', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  const { rows } = await runOn(url, (client) =>
    client.query("SELECT 1 FROM pg_inherits WHERE inhparent = 'transmission'::regclass"),
  )
  // This month, the two after it, and the default one.
  expect(rows).toHaveLength(4)
})

test('a migration that fails leaves nothing of itself behind and says why', async () => {
  const url = await emptyDatabase()
  const folder = folderWith(
    '99990101000000_bad',
    'CREATE TABLE half (id int); SELECT no_such_column;',
  )
  await expect(migrate(url, folder)).rejects.toThrow(
    /^The migration 99990101000000_bad failed and was undone: .*no_such_column.*\.$/,
  )
  const { rows } = await runOn(url, (client) => client.query("SELECT to_regclass('half') AS half"))
  expect(rows[0]).toEqual({ half: null })
})

test('a database newer than the program is refused in one sentence', async () => {
  const url = await emptyDatabase()
  await migrate(url, folderWith('99990101000000_later', 'SELECT 1'))
  await expect(migrate(url)).rejects.toThrow(
    new StartError(
      'The database is newer than the program (it has the migration 99990101000000_later): start the program version that made it, or a newer one.',
    ),
  )
})

test('a migration that was changed after it was applied is refused', async () => {
  const url = await emptyDatabase()
  await migrate(url, folderWith('99990101000000_later', 'SELECT 1'))
  await expect(migrate(url, folderWith('99990101000000_later', 'SELECT 2'))).rejects.toThrow(
    /^The migration 99990101000000_later differs from the one/,
  )
})

test('a database that cannot be reached is one sentence without the password', async () => {
  await expect(migrate('postgresql://relay:hush-hush@127.0.0.1:1/relay')).rejects.toThrow(
    new StartError(
      'The database relay at 127.0.0.1:1 cannot be reached (ECONNREFUSED): check DATABASE_URL and that PostgreSQL runs there.',
    ),
  )
})

test('a wrong password is said as such, and not shown', async () => {
  const address = new URL(inject('databaseServer'))
  address.password = 'hush-hush'
  const refusal = await migrate(address.href).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(StartError)
  expect(String(refusal)).toMatch(/refuses us: password authentication failed/)
  expect(String(refusal)).not.toContain('hush-hush')
})
