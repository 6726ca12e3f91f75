import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { anOrder } from '#tests/support/build-order.ts'
import { killTree } from '#tests/support/process-tree.ts'
import { type Program, runNode, runScript } from '#tests/support/program.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'

// The secret is to stand in DATA_DIR, where a rotation changes it.
delete process.env.APP_SECRET

let world: RelayWorld
let worker: Program

beforeAll(async () => {
  world = await startRelayWorld()
  worker = runScript('worker.ts', sharedEnvironment())
  await worker.says(/^Relaying\.$/m)
})

beforeEach(() => world.reset())

afterAll(async () => {
  await worker.end('SIGTERM')
  await world.close()
})

function sharedEnvironment(): Record<string, string> {
  const { DATABASE_URL = '', DATA_DIR = '', ONTRAPORT_URL = '' } = process.env
  return { DATABASE_URL, DATA_DIR, ONTRAPORT_URL, LOG_LEVEL: 'silent' }
}

function secretsInFile(): string[] {
  return readFileSync(join(process.env.DATA_DIR ?? '', 'app-secret'), 'utf8')
    .trim()
    .split('\n')
}

async function usedKeyIds(): Promise<string[]> {
  const { prisma } = await import('#lib/db/client.ts')
  const { listUsedKeyIds } = await import('#lib/db/sealed-columns.ts')
  return listUsedKeyIds(prisma())
}

async function rotate() {
  const { rotateSecret } = await import('#lib/services/rotate-secret.ts')
  return rotateSecret()
}

async function deliverOrders(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1)
    expect(await world.deliver(['order_create', anOrder()])).toMatchObject({ accepted: 1 })
}

test('a rotation while orders come in and another process sends them loses and doubles nothing', async () => {
  const before = secretsInFile()
  const [rotated] = await Promise.all([adminAnswer(['secret', 'rotate']), deliverOrders(15)])
  await deliverOrders(5)
  const received = await world.ontraport.waitFor(20, 20_000)
  expect(new Set(received.map(({ body }) => /<order_id>(.+?)</.exec(body)?.[1])).size).toBe(20)
  expect(new Set(received.map(({ key }) => key))).toEqual(new Set([world.key]))
  expect(rotated).toMatchObject({ isResumed: false, previousKeyId: expect.any(String) })
  expect(await usedKeyIds()).toEqual([rotated.keyId])
  expect(secretsInFile()).toEqual([expect.not.stringContaining(before[0] ?? ''), before[0]])
})

test('a key saved after a rotation is read by processes that ran before it', async () => {
  await rotate()
  await world.services.saveApiKey(world.access, { apiKey: 'k-after-the-rotation' })
  world.ontraport.received.length = 0
  await deliverOrders(1)
  const [received] = await world.ontraport.waitFor(1)
  expect(received?.key).toBe('k-after-the-rotation')
})

test('the secret before the last one is gone after the next rotation', async () => {
  const [first = ''] = secretsInFile()
  await rotate()
  await rotate()
  expect(secretsInFile()).toHaveLength(2)
  expect(secretsInFile()).not.toContain(first)
})

test('a rotation that is killed in the middle leaves all readable, and the next run goes on with it', async () => {
  await makeConnections(2_000)
  const [secret] = secretsInFile()
  const rotation = runNode(['scripts/admin.ts', 'secret', 'rotate'], sharedEnvironment())
  await expect.poll(usedKeyIds, { timeout: 30_000, interval: 5 }).toHaveLength(2)
  killTree(rotation.pid)
  await rotation.exit
  expect(secretsInFile()[1]).toBe(secret)
  await deliverOrders(1)
  await world.ontraport.waitFor(1)
  const resumed = await rotate()
  expect(resumed).toMatchObject({ isResumed: true, resealedCount: expect.any(Number) })
  expect(await usedKeyIds()).toEqual([resumed.keyId])
  await deliverOrders(1)
  await world.ontraport.waitFor(2)
})

async function makeConnections(count: number): Promise<void> {
  const { prisma } = await import('#lib/db/client.ts')
  const { seal } = await import('#lib/secrets.ts')
  const { webhookPasswordPlace } = await import('#lib/db/sealed-columns.ts')
  const ids = Array.from({ length: count }, (_, index) => `MANY-${index}`)
  await prisma().merchant.createMany({ data: ids.map((id) => ({ id, name: id })) })
  await prisma().connection.createMany({
    data: ids.map((merchantId) => ({
      merchantId,
      webhookUser: 'ultracart',
      webhookPasswordSealed: seal('a password', webhookPasswordPlace(merchantId)),
    })),
  })
}

test('a secret of the environment is the operator’s to choose, and moves once both are there', async () => {
  const { env } = await import('#lib/env.ts')
  const [old = ''] = secretsInFile()
  onTestFinished(() => {
    Object.assign(env, { APP_SECRET: undefined, APP_SECRET_PREVIOUS: undefined })
  })
  Object.assign(env, { APP_SECRET: old })
  await expect(rotate()).rejects.toThrow(/APP_SECRET_PREVIOUS/)
  Object.assign(env, { APP_SECRET: 'chosen by the operator', APP_SECRET_PREVIOUS: old })
  const rotated = await rotate()
  expect(await usedKeyIds()).toEqual([rotated.keyId])
  Object.assign(env, { APP_SECRET: old, APP_SECRET_PREVIOUS: 'chosen by the operator' })
  await rotate()
})

test('every column that holds something sealed is known to the rotation', async () => {
  const { prisma } = await import('#lib/db/client.ts')
  const { SEALED_COLUMNS } = await import('#lib/db/sealed-columns.ts')
  const found = await prisma().$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name LIKE '%\\_sealed'`
  const known = SEALED_COLUMNS.map(({ table, column }) => ({ table, column }))
  expect(found).toEqual(expect.arrayContaining(known))
  expect(found).toHaveLength(known.length)
})

test('each rotation stands in the audit trail, without the secrets', async () => {
  const { prisma } = await import('#lib/db/client.ts')
  const entries = await prisma().auditEntry.findMany({ where: { action: 'secret.rotated' } })
  expect(entries.length).toBeGreaterThan(0)
  for (const secret of secretsInFile()) expect(JSON.stringify(entries)).not.toContain(secret)
})
