import { rmSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { findConnection, pauseConnection } from '#lib/db/connections.ts'
import { joinEmbeddedPostgres, startEmbeddedPostgres } from '#lib/db/embedded-postgres.ts'
import { addMerchant } from '#lib/services/add-merchant.ts'
import { authenticateToken } from '#lib/services/authenticate-token.ts'
import { verifySignIn } from '#lib/services/verify-sign-in.ts'
import { buildTransmission } from '#tests/support/build-transmission.ts'
import { makeOpenFolder } from '#tests/support/open-folder.ts'
import { adminAnswer, runAdmin } from '#tests/support/run-admin.ts'

describe('merchant', () => {
  test('what is not given is made up and printed once', async () => {
    const added = await adminAnswer(['merchant', 'add', 'MADEUP'])
    expect(added).toMatchObject({
      merchantId: 'MADEUP',
      name: 'MADEUP',
      method: 'api',
      apiKeyHint: null,
      webhookUrl: expect.stringMatching(/\/api\/webhooks\/ultracart\/MADEUP$/),
      webhookUser: 'ultracart',
      webhookPassword: expect.stringMatching(/^[\w-]{32}$/),
    })
    const later = await runAdmin(['merchant', 'list', '--json'])
    expect(later.stdout).toContain('MADEUP')
    expect(later.stdout).not.toContain(added.webhookPassword)
  })

  test('what is given is kept, and a given key is never echoed', async () => {
    const args = ['merchant', 'add', 'GIVEN', '--name', 'Given Store', '--method', 'pixel']
    const secrets = ['--webhook-user', 'uc', '--webhook-password', 'hook-password-1']
    const { stdout, stderr, exitCode } = await runAdmin([
      ...args,
      ...secrets,
      '--api-key=2_KEYkeyKEY77',
      '--rule=start-date=none',
      '--rule=on-unknown=ask',
    ])
    expect(exitCode).toBe(0)
    expect(stdout + stderr).not.toContain('2_KEYkeyKEY77')
    expect(await findConnection(prisma(), 'GIVEN')).toMatchObject({
      method: 'pixel',
      apiKey: '2_KEYkeyKEY77',
      webhookUser: 'uc',
      webhookPasswords: ['hook-password-1'],
      rules: { startDate: null, onUnknown: 'ask' },
    })
  })

  test('the same id twice is a conflict', async () => {
    await addMerchant({ merchantId: 'TWICE' })
    const again = await runAdmin(['merchant', 'add', 'TWICE', '--json'])
    expect(again.exitCode).toBe(1)
    expect(JSON.parse(again.stdout)).toEqual({
      error: { code: 'conflict', message: 'There is already a merchant "TWICE".' },
    })
  })

  test('set changes what is given and leaves the rest', async () => {
    const added = await addMerchant({ merchantId: 'CHANGED', apiKey: 'first-key' })
    const change = ['merchant', 'set', 'CHANGED', '--webhook-password', 'second-password']
    expect(await adminAnswer([...change, '--rule', 'test-orders=send'])).toEqual({
      merchantId: 'CHANGED',
      changed: ['webhookPassword', 'test-orders'],
    })
    expect(await findConnection(prisma(), 'CHANGED')).toMatchObject({
      apiKey: 'first-key',
      webhookUser: 'ultracart',
      webhookPasswords: ['second-password', added.webhookPassword],
      rules: { testOrders: 'send', startDate: added.startDate },
    })
  })

  test('a new key ends the pause and gives what waits its job', async () => {
    await addMerchant({ merchantId: 'PAUSED', apiKey: 'stale-key' })
    await pauseConnection(prisma(), 'PAUSED', 'The key was turned away.', new Date())
    const waiting = await buildTransmission({ merchantId: 'PAUSED' })
    await adminAnswer(['merchant', 'set', 'PAUSED', '--api-key', 'fresh-key'])
    expect(await findConnection(prisma(), 'PAUSED')).toMatchObject({
      apiKey: 'fresh-key',
      pausedAt: null,
    })
    const jobs = await prisma().$queryRaw<
      { id: string }[]
    >`SELECT data->>'id' AS id FROM pgboss.job`
    expect(jobs.map(({ id }) => id)).toContain(waiting)
  })
})

describe('mapping, token and user', () => {
  test('a mapping names the item, and an empty name takes it away', async () => {
    await addMerchant({ merchantId: 'MAPPED' })
    const set = ['mapping', 'set', 'MAPPED', 'BASEBALL']
    expect(await adminAnswer([...set, 'Bat & Ball'])).toMatchObject({ productName: 'Bat & Ball' })
    expect(await adminAnswer([...set, ''])).toMatchObject({ productName: null })
  })

  test('the token that is printed authenticates', async () => {
    await addMerchant({ merchantId: 'TOKEN' })
    const { token } = await adminAnswer(['token', 'add', 'TOKEN', '--name', 'monitor'])
    expect(await authenticateToken(`Bearer ${token}`)).toMatchObject({
      merchantId: 'TOKEN',
      actor: 'token:monitor',
    })
  })

  test('the password comes from standard input and is not printed', async () => {
    await addMerchant({ merchantId: 'USERS' })
    const args = ['user', 'add', 'Ann@example.com', '--merchant', 'USERS', '--role', 'owner']
    const { stdout, stderr } = await runAdmin([...args, '--json'], { input: 'typed password\r\n' })
    expect(JSON.parse(stdout)).toEqual({
      email: 'ann@example.com',
      merchantId: 'USERS',
      role: 'owner',
    })
    expect(stderr).toBe('')
    expect(await signIn('ann@example.com', 'typed password')).toHaveProperty('userId')
  })

  test('without one it is made up, and the printed one signs in', async () => {
    await addMerchant({ merchantId: 'USERS2' })
    const args = ['user', 'add', 'bob@example.com', '--merchant', 'USERS2', '--role', 'viewer']
    const { password } = await adminAnswer(args)
    expect(await signIn('bob@example.com', String(password))).toHaveProperty('userId')
  })
})

describe('resend', () => {
  test('what the filter finds is queued once for a nonce', async () => {
    await addMerchant({ merchantId: 'RESEND', apiKey: 'a-key-for-resend' })
    const failed = await buildFailedSale('RESEND', 'DEMO-1')
    const sent = await buildTransmission({
      merchantId: 'RESEND',
      status: 'sent',
      reference: 'DEMO-2',
    })
    const args = ['resend', '--merchant', 'RESEND', '--status', 'failed', '--nonce', 'once']
    const done = { merchantId: 'RESEND', state: 'done' }
    expect(await adminAnswer(args)).toEqual({ ...done, queued: 1, leftOut: 0 })
    expect(await statusOf(failed)).toBe('queued')
    expect(await statusOf(sent)).toBe('sent')
    await prisma().transmission.updateMany({ where: { id: failed }, data: { status: 'failed' } })
    expect(await adminAnswer(args)).toEqual({ ...done, queued: 0, leftOut: 1 })
  })
})

describe('what is wrong is said in one sentence', () => {
  test('a wrong command line ends with 2 and the usage', async () => {
    const { exitCode, stdout, stderr } = await runAdmin(['merchant', 'add'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/^[^\n]+\.\nUsage: merchant add ID [^\n]+\n$/)
  })

  test('a deed that is refused ends with 1', async () => {
    const args = ['merchant', 'set', 'NOBODY', '--name', 'Nobody']
    const { exitCode, stdout, stderr } = await runAdmin(args)
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toBe('There is no merchant "NOBODY".\n')
  })

  test('a database that cannot be reached ends with 1', async () => {
    const env = { DATABASE_URL: 'postgresql://127.0.0.1:1/relay' }
    const { exitCode, stderr } = await runAdmin(['merchant', 'list'], { env })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^[^\n]+\n$/)
  })
})

test('help names every command on standard output', async () => {
  const { exitCode, stdout } = await runAdmin(['help'])
  expect(exitCode).toBe(0)
  for (const command of ['merchant add', 'merchant set', 'mapping set', 'user add', 'token add'])
    expect(stdout).toContain(command)
})

describe('with the embedded PostgreSQL', () => {
  test('a command starts it when the product does not run, and ends it again', async () => {
    const dataDir = newDataDir()
    const env = { DATABASE_URL: '', DATA_DIR: dataDir }
    await adminAnswer(['merchant', 'add', 'STOPPED'], { env })
    expect(await joinEmbeddedPostgres(dataDir)).toBe(false)
    const { merchants } = await adminAnswer(['merchant', 'list'], { env })
    expect(merchants).toMatchObject([{ merchantId: 'STOPPED' }])
  })

  test('a command uses the one that runs and leaves it running', async () => {
    const dataDir = newDataDir()
    const server = await startEmbeddedPostgres(dataDir)
    onTestFinished(() => server.stop())
    await adminAnswer(['merchant', 'add', 'RUNNING'], {
      env: { DATABASE_URL: '', DATA_DIR: dataDir },
    })
    expect(await joinEmbeddedPostgres(dataDir)).toBe(true)
  })
})

function newDataDir(): string {
  const dataDir = makeOpenFolder()
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

async function buildFailedSale(merchantId: string, reference: string): Promise<string> {
  const transmissionId = await buildTransmission({ merchantId, reference, status: 'failed' })
  const event = { kind: 'order-paid' }
  await prisma().transmissionBody.create({ data: { transmissionId, event, request: '<export/>' } })
  return transmissionId
}

async function statusOf(id: string): Promise<string | undefined> {
  return (await prisma().transmission.findUnique({ where: { id } }))?.status
}

function signIn(email: string, password: string) {
  return verifySignIn({ email, password, address: '192.0.2.1' })
}
