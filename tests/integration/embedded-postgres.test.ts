import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#lib/db/embedded-postgres.ts'
import { StartError } from '#lib/errors.ts'
import { runOn } from '#tests/support/databases.ts'
import { makeOpenFolder } from '#tests/support/open-folder.ts'
import { postmasterOf } from '#tests/support/postmaster-of.ts'
import { descendants, killTree } from '#tests/support/process-tree.ts'
import { runNode } from '#tests/support/program.ts'

const QUICK = { fsync: 'off' }
const START = join(import.meta.dirname, '../support/start-postgres.ts')

const sharedDataDir = makeOpenFolder()
let shared: EmbeddedPostgres

beforeAll(async () => {
  shared = await startEmbeddedPostgres(sharedDataDir, QUICK)
})

afterAll(() => shared.stop())

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(dataDir, QUICK)
  onTestFinished(() => server.stop())
  return server
}

test('it listens on the loopback address alone, and only a password gets in', async () => {
  const { rows } = await runOn(shared.url, (client) =>
    client.query(
      `SELECT current_setting('listen_addresses') AS addresses,
              current_setting('unix_socket_directories') AS sockets,
              (SELECT array_agg(DISTINCT auth_method) FROM pg_hba_file_rules) AS methods`,
    ),
  )
  expect(rows[0]).toEqual({ addresses: '127.0.0.1', sockets: '', methods: ['scram-sha-256'] })
  const address = new URL(shared.url)
  address.password = 'guess'
  await expect(runOn(address.href, (client) => client.query('SELECT 1'))).rejects.toThrow(
    /password authentication failed/,
  )
})

test('text is UTF-8 and sorts the same on every machine', async () => {
  const { rows } = await runOn(shared.url, (client) =>
    client.query(
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider,
              datlocale AS locale, lower('ÄÉ') AS lower
       FROM pg_database WHERE datname = current_database()`,
    ),
  )
  expect(rows[0]).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', lower: 'äé' })
})

test('its address and password are for the owner of the installation alone', async () => {
  const modeOf = (name: string): string =>
    (statSync(join(sharedDataDir, name)).mode & 0o777).toString(8)
  expect(modeOf('postgres.json')).toBe('600')
  expect(modeOf('postgres-password')).toBe('600')
  expect(modeOf('postgres')).toBe('700')
  expect(JSON.parse(readFileSync(join(sharedDataDir, 'postgres.json'), 'utf8'))).toEqual({
    url: shared.url,
  })
})

test('what was stored is there after a stop and a new start, at the same address', async () => {
  const dataDir = makeOpenFolder()
  const first = await startEmbeddedPostgres(dataDir, QUICK)
  await runOn(first.url, (client) => client.query('CREATE TABLE kept ()'))
  await first.stop()
  const second = await start(dataDir)
  expect(second.url).toBe(first.url)
  await runOn(second.url, (client) => client.query('SELECT FROM kept'))
})

test('a stop leaves no process behind', async () => {
  const dataDir = makeOpenFolder()
  const server = await startEmbeddedPostgres(dataDir, QUICK)
  const postmaster = postmasterOf(dataDir)
  await server.stop()
  expect(descendants(postmaster)).toEqual([])
  expect(() => process.kill(postmaster, 0)).toThrow('ESRCH')
})

test('after the server was killed the next start is ready by itself', async () => {
  const dataDir = makeOpenFolder()
  const killed = await startEmbeddedPostgres(dataDir, QUICK)
  killTree(postmasterOf(dataDir))
  await killed.ended
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(true)
  const server = await start(dataDir)
  await runOn(server.url, (client) => client.query('SELECT 1'))
})

test('a lock file whose number now belongs to a stranger does not keep it from starting', async () => {
  const dataDir = makeOpenFolder()
  const killed = await startEmbeddedPostgres(dataDir, QUICK)
  const file = join(dataDir, 'postgres/postmaster.pid')
  const text = readFileSync(file, 'utf8')
  killTree(postmasterOf(dataDir))
  await killed.ended
  writeFileSync(file, text.replace(/^\d+/, String(process.pid)))
  await start(dataDir)
})

test('a folder that a killed first start left half made is made anew', async () => {
  const dataDir = makeOpenFolder()
  const halfMade = join(dataDir, `postgres.new-${process.pid}`)
  mkdirSync(join(halfMade, 'base'), { recursive: true })
  await start(dataDir)
  expect(existsSync(halfMade)).toBe(false)
})

test('a second start over the same folder is refused while the first lives', async () => {
  await expect(startEmbeddedPostgres(sharedDataDir, QUICK)).rejects.toThrow(
    new StartError(
      `${sharedDataDir} is in use by another running installation: stop that one first, or set another DATA_DIR.`,
    ),
  )
  await runOn(shared.url, (client) => client.query('SELECT 1'))
})

test('of two first starts at once over the same folder exactly one gets it', async () => {
  const dataDir = makeOpenFolder()
  const starts = [runNode([START, dataDir]), runNode([START, dataDir])]
  const started = starts.map((each) => each.says(/started/).then(() => each))
  const winner = await Promise.any(started)
  await Promise.allSettled(started)
  await winner.end('SIGTERM')
  const said = starts.map((each) => each.output()).sort()
  expect(said).toEqual([expect.stringMatching(/is in use by another/), 'started\n'])
})

test('a lost password file is one sentence', async () => {
  const dataDir = makeOpenFolder()
  const first = await startEmbeddedPostgres(dataDir, QUICK)
  killTree(postmasterOf(dataDir))
  await first.ended
  writeFileSync(join(dataDir, 'postgres-password'), 'another\n')
  await expect(startEmbeddedPostgres(dataDir, QUICK)).rejects.toThrow(
    /^The embedded PostgreSQL refuses the password in DATA_DIR\/postgres-password: .*\.$/,
  )
  expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
})

test('a database of another PostgreSQL version is one sentence', async () => {
  const dataDir = makeOpenFolder()
  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n')
  await expect(startEmbeddedPostgres(dataDir)).rejects.toThrow(
    /was made by PostgreSQL 17, and this program brings 18: .*\.$/,
  )
})
