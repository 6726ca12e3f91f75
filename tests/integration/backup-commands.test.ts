import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { anOrder } from '#tests/support/build-order.ts'
import { makeOpenFolder } from '#tests/support/open-folder.ts'
import { runScript } from '#tests/support/program.ts'
import { startRelayWorld } from '#tests/support/relay.ts'
import { rowsOfTables } from '#tests/support/rows-of-tables.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'

// The installation is one with the database that the program brings, and its own secret.
const first = makeOpenFolder()
process.env.DATA_DIR = first
process.env.DATABASE_URL = ''
process.env.APP_SECRET = ''

async function startDatabase(dataDir: string) {
  const { startEmbeddedPostgres } = await import('#lib/db/embedded-postgres.ts')
  const { migrate } = await import('#lib/db/migrate.ts')
  const server = await startEmbeddedPostgres(dataDir, { fsync: 'off' })
  onTestFinished(() => server.stop())
  await migrate(server.url)
  return server
}

test('the commands carry an installation into a fresh folder, backed up while orders come in and go out', {
  timeout: 180_000,
}, async () => {
  const server = await startDatabase(first)
  const world = await startRelayWorld()
  const settings = { DATA_DIR: first, ONTRAPORT_URL: world.ontraport.url, LOG_LEVEL: 'silent' }
  const worker = runScript('worker.ts', settings)
  await worker.says(/^Relaying\.$/m)
  const file = join(makeOpenFolder(), 'relay.backup')
  const deliverMany = async () => {
    for (let count = 0; count < 20; count += 1) await world.deliver(['order_create', anOrder()])
  }
  const [made] = await Promise.all([
    adminAnswer(['backup', file], { env: settings }),
    deliverMany(),
  ])
  await world.ontraport.waitFor(20, 30_000)
  expect(made).toMatchObject({ file, hasSecret: false, keep: expect.stringMatching(/app-secret/) })
  await worker.end('SIGTERM')
  const before = await rowsOfTables(server.url)
  const { disconnect } = await import('#lib/db/client.ts')
  await world.close()
  await disconnect()
  await server.stop()

  const second = makeOpenFolder()
  const env = { DATA_DIR: second }
  copyFileSync(join(first, 'app-secret'), join(second, 'app-secret'))
  const restored = await adminAnswer(['restore', file], { env })
  expect(restored).toMatchObject({ madeAt: made.madeAt, rowCounts: made.rowCounts, pausedCount: 1 })
  const copy = await startDatabase(second)
  const after = await rowsOfTables(copy.url)
  for (const table of ['delivery', 'merchant', 'membership'])
    expect(before[table]).toEqual(expect.arrayContaining(after[table] ?? []))
  expect(Object.values(after).flat().length).toBeGreaterThan(5)
})
