import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { freePort } from '#lib/db/free-port.ts'
import { migrate } from '#lib/db/migrate.ts'
import { makeDatabase, runOn } from '#tests/support/databases.ts'
import { makeOpenFolder } from '#tests/support/open-folder.ts'
import { runScript } from '#tests/support/program.ts'

async function refusalOf(environment: Record<string, string>, script = 'start.ts') {
  const program = runScript(script, {
    DATA_DIR: makeOpenFolder(),
    PORT: String(await freePort()),
    ...environment,
  })
  const exitCode = await program.exit
  return { exitCode, sentence: program.output() }
}

test('a wrong environment is one sentence that names what is wrong', async () => {
  expect(await refusalOf({ PORT: 'eighty', RELAY_WORKER: 'maybe' })).toEqual({
    exitCode: 1,
    sentence:
      'The environment is not right: PORT must be a port number; RELAY_WORKER must be inline or off.\n',
  })
})

test('a public address with a path or a login is refused, since pages need a whole host', async () => {
  for (const address of ['https://example.com/relay', 'https://amy:pw@example.com', 'nowhere'])
    expect(await refusalOf({ APP_URL: address })).toMatchObject({
      exitCode: 1,
      sentence: expect.stringMatching(/^The environment is not right: APP_URL must be [^;]+\.\n$/),
    })
})

test('a port in use is one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' ? address?.port : 0
  expect(await refusalOf({ PORT: String(port) })).toEqual({
    exitCode: 1,
    sentence: `Port ${port} is in use: stop the program that uses it, or set PORT to another one.\n`,
  })
})

test('an address of another machine is one sentence', async () => {
  const refusal = await refusalOf({ HOST: '192.0.2.1' })
  expect(refusal.exitCode).toBe(1)
  expect(refusal.sentence).toMatch(/^HOST 192\.0\.2\.1 cannot be listened on .*\.\n$/)
})

test('an unreachable database is one sentence without the password', async () => {
  const url = `postgresql://relay:hush-hush@127.0.0.1:${await freePort()}/relay`
  const refusal = await refusalOf({ DATABASE_URL: url })
  expect(refusal.exitCode).toBe(1)
  expect(refusal.sentence).toMatch(
    /^The database relay at 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\): .*\.\n$/,
  )
  expect(refusal.sentence).not.toContain('hush-hush')
})

test('a database newer than the program is one sentence that says what to do', async () => {
  const url = await makeDatabase(inject('databaseServer'), `newer_${randomUUID()}`)
  await migrate(url)
  await runOn(url, (client) =>
    client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
       VALUES (gen_random_uuid(), 'x', '99990101000000_later', now())`,
    ),
  )
  expect(await refusalOf({ DATABASE_URL: url })).toEqual({
    exitCode: 1,
    sentence:
      'The database is newer than the program (it has the migration 99990101000000_later): start the program version that made it, or a newer one.\n',
  })
})

test.runIf(process.getuid?.() === 0)(
  "a data folder that PostgreSQL's user cannot enter is one sentence that names the folder",
  async () => {
    const closed = join(makeOpenFolder(), 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const refusal = await refusalOf({ DATA_DIR: join(closed, 'relay') })
    expect(refusal.exitCode).toBe(1)
    expect(refusal.sentence).toMatch(/^PostgreSQL runs as .* who cannot enter \S+\/closed: .*\.\n$/)
  },
)

test('a data folder that cannot be made is one sentence', async () => {
  const file = join(makeOpenFolder(), 'file')
  writeFileSync(file, '')
  const refusal = await refusalOf({ DATA_DIR: join(file, 'relay') })
  expect(refusal.exitCode).toBe(1)
  expect(refusal.sentence).toMatch(/^The folder \S+\/file\/relay cannot be made: .*\.\n$/)
})

test('a worker without a database says what to do', async () => {
  const refusal = await refusalOf({}, 'worker.ts')
  expect(refusal.exitCode).toBe(1)
  expect(refusal.sentence).toMatch(/^No database runs for \S+: start the product .*\.\n$/)
})
