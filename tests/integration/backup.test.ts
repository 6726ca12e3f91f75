import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { AppError } from '#lib/errors.ts'
import { anOrder, anUnpaidOrder, refundedOrder } from '#tests/support/build-order.ts'
import { makeDatabase, runOn } from '#tests/support/databases.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'
import { rowsOfTables } from '#tests/support/rows-of-tables.ts'

let world: RelayWorld
const folder = mkdtempSync(join(process.env.DATA_DIR ?? '/tmp', 'backups-'))

beforeAll(async () => {
  world = await startRelayWorld()
  const sent = anOrder()
  await world.deliver(['order_create', sent], ['order_create', anUnpaidOrder()])
  await world.drain()
  await world.deliver(['order_refund', refundedOrder(sent, 10)])
})

afterAll(() => world.close())

async function backUp(passphrase: string | null = null): Promise<string> {
  const { backUp } = await import('#lib/services/back-up.ts')
  const file = join(folder, `${randomUUID()}.backup`)
  await backUp(file, passphrase)
  return file
}

/** Restores into this database, and has the services of this file use it from then on. */
async function restoreInto(url: string, file: string, passphrase: string | null = null) {
  const { env } = await import('#lib/env.ts')
  const { disconnect } = await import('#lib/db/client.ts')
  const { closeSender } = await import('#lib/queue/boss.ts')
  const { restoreBackup } = await import('#lib/services/restore-backup.ts')
  const before = env.DATABASE_URL
  const forget = async () => {
    await closeSender()
    await disconnect()
  }
  await forget()
  env.DATABASE_URL = url
  onTestFinished(async () => {
    await forget()
    env.DATABASE_URL = before
  })
  return restoreBackup(file, () => Promise.resolve(passphrase))
}

function emptyDatabase(): Promise<string> {
  return makeDatabase(inject('databaseServer'), `restored_${randomUUID()}`)
}

describe('the drill', () => {
  test('every row of every table comes back as it was', async () => {
    const before = await rowsOfTables(process.env.DATABASE_URL ?? '')
    const file = await backUp()
    const url = await emptyDatabase()
    const restored = await restoreInto(url, file)
    const after = await rowsOfTables(url)
    expect(Object.keys(after)).toEqual(Object.keys(before))
    const untouched = Object.keys(before).filter(
      (table) => !['connection', 'audit_entry', 'transmission'].includes(table),
    )
    for (const table of untouched) expect(after[table]).toEqual(before[table])
    expect(restored.rowCounts).toMatchObject({ transmission: 3, merchant: 1 })
    expect(after.audit_entry).toEqual(expect.arrayContaining(before.audit_entry ?? []))
    expect(after.transmission?.filter((row) => !row.includes('restored'))).toEqual(
      before.transmission?.filter((row) => !row.includes('"status": "queued"')),
    )
  })

  test('the file is for its owner alone, and a secret is in it sealed only', async () => {
    const file = await backUp()
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    const { gunzipSync } = await import('node:zlib')
    const text = gunzipSync(readFileSync(file)).toString('latin1')
    expect(text).toContain('DEMO')
    expect(text).not.toContain(world.key)
    expect(text).not.toContain(process.env.APP_SECRET)
  })

  test('a table with nothing to compare would not be noticed, so each that grows has rows', async () => {
    const rows = await rowsOfTables(process.env.DATABASE_URL ?? '')
    for (const table of ['delivery', 'transmission', 'transmission_body', 'attempt', 'stream'])
      expect(rows[table]?.length).toBeGreaterThan(0)
  })
})

describe('after a restore', () => {
  test('nothing goes out until a person says so, and what waited is asked about', async () => {
    const file = await backUp()
    world.ontraport.received.length = 0
    const restored = await restoreInto(await emptyDatabase(), file)
    expect(restored).toMatchObject({ pausedCount: 1, undecidedCount: 1 })
    const rows = await world.log()
    expect(rows.map(({ type, status }) => [type, status])).toEqual([
      ['sale', 'sent'],
      ['sale', 'held'],
      ['refund', 'unconfirmed'],
    ])
    expect(rows[2]?.reason).toMatch(/look in ONTRAPORT/)
    await world.deliver(['order_create', laterOrder()])
    await world.drain()
    expect(world.ontraport.received).toEqual([])
  })

  test('an order that was paid in the lost time is asked about, one paid later goes out once resumed', async () => {
    const file = await backUp()
    world.ontraport.received.length = 0
    const lost = anOrder()
    await restoreInto(await emptyDatabase(), file)
    const later = laterOrder()
    await world.deliver(['order_create', lost], ['order_create', later])
    await world.services.saveApiKey(world.access, { apiKey: world.key })
    await world.drain()
    expect(await world.log(String(lost.order_id))).toMatchObject([
      { status: 'unconfirmed', reasonCode: 'restored' },
    ])
    expect(await world.log(String(later.order_id))).toMatchObject([{ status: 'sent' }])
  })

  test('what was sent before the backup is not sent again when UltraCart repeats it', async () => {
    const order = anOrder()
    await world.deliver(['order_create', order])
    await world.drain()
    const file = await backUp()
    await restoreInto(await emptyDatabase(), file)
    world.ontraport.received.length = 0
    expect(await world.deliver(['order_create', order])).toMatchObject({ unchanged: 1 })
    expect(await world.log(String(order.order_id))).toMatchObject([{ status: 'sent' }])
  })
})

/** Paid after the restore, by UltraCart's clock. */
function laterOrder() {
  const at = new Date(Date.now() + 3_600_000 - 5 * 3_600_000).toISOString().slice(0, 19)
  return anOrder({ creation_dts: `${at}-05:00`, payment: { payment_dts: `${at}-05:00` } })
}

describe('a restore is refused, and changes nothing,', () => {
  test('into a database that holds something', async () => {
    const file = await backUp()
    const url = await emptyDatabase()
    await restoreInto(url, file)
    await expect(restoreInto(url, file)).rejects.toThrow(/is not empty/)
  })

  test('from a file that was cut off or damaged', async () => {
    const whole = await backUp()
    const file = await backUp()
    truncateSync(file, statSync(file).size - 40)
    const url = await emptyDatabase()
    await expect(restoreInto(url, file)).rejects.toThrow(AppError)
    const rows = await rowsOfTables(url)
    expect(rows.merchant).toEqual([])
    await restoreInto(url, whole)
  })

  test('from what is no backup', async () => {
    const file = join(folder, 'letter.txt')
    writeFileSync(file, 'Dear Amy')
    const url = await emptyDatabase()
    await expect(restoreInto(url, file)).rejects.toThrow(/cannot be read|no backup/)
    await expect(restoreInto(url, `${file}.missing`)).rejects.toThrow(/no such file/)
  })

  test('without the passphrase of a secret that the file holds', async () => {
    const locked = await backUp('correct horse battery')
    const url = await emptyDatabase()
    await useOtherSecret()
    await expect(restoreInto(url, locked, 'wrong')).rejects.toThrow(/passphrase/)
    await restoreInto(url, locked, 'correct horse battery')
    const { findConnection } = await import('#lib/db/connections.ts')
    const { prisma } = await import('#lib/db/client.ts')
    expect(await findConnection(prisma(), 'DEMO')).toMatchObject({ apiKey: world.key })
  })
})

/** As on a machine that has nothing of the old one but the file. */
async function useOtherSecret(): Promise<void> {
  const { env } = await import('#lib/env.ts')
  const { APP_SECRET, DATA_DIR } = env
  onTestFinished(() => void Object.assign(env, { APP_SECRET, DATA_DIR }))
  Object.assign(env, { APP_SECRET: undefined, DATA_DIR: join(folder, randomUUID()) })
}

describe('where the secret is lost', () => {
  test('every row comes back, stored keys are left out, and each store gets a new webhook password', async () => {
    const { saveAlertChannel } = await import('#lib/services/save-alert-channel.ts')
    for (const target of ['amy@example.com', 'https://chat.example.com/hooks/x'])
      await saveAlertChannel(world.access, {
        id: null,
        kind: target.includes('://') ? 'webhook' : 'mail',
        target,
        tells: ['bad'],
      })
    const before = await rowsOfTables(process.env.DATABASE_URL ?? '')
    const file = await backUp()
    const url = await emptyDatabase()
    await useOtherSecret()
    const restored = await restoreInto(url, file)
    const after = await rowsOfTables(url)
    for (const table of ['delivery', 'stream', 'attempt', 'api_token', 'feed_key', 'membership'])
      expect(after[table]).toEqual(before[table])
    expect(after.transmission).toHaveLength(before.transmission?.length ?? 0)
    expect(after.alert_channel).toHaveLength(1)
    expect(restored).toMatchObject({ forgottenCount: 2, next: expect.stringMatching(/enter them/) })
    const { findConnection } = await import('#lib/db/connections.ts')
    const { prisma } = await import('#lib/db/client.ts')
    const [made] = restored.webhookPasswords ?? []
    expect(made).toMatchObject({ merchantId: 'DEMO', webhookUser: 'ultracart' })
    expect(await findConnection(prisma(), 'DEMO')).toMatchObject({
      apiKey: null,
      webhookPasswords: [made?.webhookPassword],
      pausedAt: expect.any(Date),
    })
    await world.services.saveApiKey(world.access, { apiKey: world.key })
    const later = laterOrder()
    const authorization = `Basic ${Buffer.from(`ultracart:${made?.webhookPassword}`).toString('base64')}`
    await world.services.receiveWebhook({
      merchantId: 'DEMO',
      authorization,
      contentType: 'application/json',
      body: Buffer.from(JSON.stringify({ events: [{ order_create: later }] })),
    })
    await world.drain()
    expect(await world.log(String(later.order_id))).toMatchObject([{ status: 'sent' }])
  })
})

test('a backup of an older version is brought to this one', async () => {
  const { listMigrations, migrateTo } = await import('#lib/db/migrate.ts')
  const { writeBackup } = await import('#lib/db/backup/write-backup.ts')
  const { env } = await import('#lib/env.ts')
  const all = await listMigrations()
  // The first version that could make one.
  const migrations = all.slice(0, all.findIndex(({ name }) => name.endsWith('_keeping')) + 1)
  const old = await makeDatabase(inject('databaseServer'), `old_${randomUUID()}`)
  await migrateTo(
    old,
    migrations.map(({ name }) => name),
  )
  await runOn(old, (client) =>
    client.query("INSERT INTO merchant (id, name) VALUES ('OLD', 'Old')"),
  )
  const before = env.DATABASE_URL
  env.DATABASE_URL = old
  const file = join(folder, 'old.backup')
  await writeBackup(file, { keyIds: [], lockedSecrets: null, migrations })
  env.DATABASE_URL = before
  const url = await emptyDatabase()
  await restoreInto(url, file)
  const { rows } = await runOn(url, (client) =>
    client.query('SELECT migration_name FROM _prisma_migrations'),
  )
  expect(rows).toHaveLength(all.length)
  expect((await rowsOfTables(url)).merchant).toHaveLength(1)
})

test('a backup that cannot be written says why and leaves no file behind', async () => {
  const { backUp } = await import('#lib/services/back-up.ts')
  const file = join(folder, 'no', 'such', 'folder', 'x.backup')
  await expect(backUp(file, null)).rejects.toMatchObject({
    publicMessage: `${file} cannot be written: there is no such folder.`,
  })
  expect(existsSync(file)).toBe(false)
  const taken = mkdtempSync(join(folder, 'taken-'))
  await expect(backUp(taken, null)).rejects.toMatchObject({
    publicMessage: `${taken} cannot be written: it is a folder.`,
  })
  expect(readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([])
})
