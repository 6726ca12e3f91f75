import { beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { addMerchant } from '#lib/services/add-merchant.ts'
import { addUser } from '#lib/services/add-user.ts'
import { completeSetup, type Setup } from '#lib/services/complete-setup.ts'
import { findViewer } from '#lib/services/find-viewer.ts'
import { isSetupNeeded } from '#lib/services/is-setup-needed.ts'
import { openSetupLink } from '#lib/services/open-setup-link.ts'
import { verifySignIn } from '#lib/services/verify-sign-in.ts'

beforeEach(async () => {
  await prisma().$executeRaw`TRUNCATE setup_link, user_account, merchant CASCADE`
})

describe('the set-up link', () => {
  test('it makes the first user an owner of the first merchant', async () => {
    expect(await isSetupNeeded()).toBe(true)
    const setup = await newSetup()
    expect(await completeSetup(setup)).toEqual({ merchantId: 'DEMO' })
    expect(await isSetupNeeded()).toBe(false)
    expect(await memberships(setup)).toEqual([
      { merchantId: 'DEMO', merchantName: 'Demo Store', role: 'owner' },
    ])
  })

  test('it gives the merchant a connection with made-up webhook credentials and the start date', async () => {
    await completeSetup(await newSetup({ startDate: '2026-11-01T00:00:00Z' }))
    expect(await findConnection(prisma(), 'DEMO')).toMatchObject({
      method: 'api',
      apiKey: null,
      webhookUser: 'ultracart',
      webhookPasswords: [expect.stringMatching(/^[\w-]{32}$/)],
      pausedAt: null,
      rules: { startDate: '2026-11-01T00:00:00.000Z' },
    })
  })

  test('it can begin in the sandbox', async () => {
    await completeSetup(await newSetup({ isSandbox: true }))
    expect(await findConnection(prisma(), 'DEMO')).toMatchObject({ isSandbox: true })
  })

  test('a wrong token is refused', async () => {
    await newSetup()
    await expect(completeSetup(setupWith('wrong'))).rejects.toMatchObject({ code: 'unauthorized' })
    expect(await isSetupNeeded()).toBe(true)
  })

  test('it works once', async () => {
    const setup = await newSetup()
    await completeSetup(setup)
    const again = { ...setup, email: 'second@example.com', merchantId: 'SECOND' }
    await expect(completeSetup(again)).rejects.toMatchObject({ code: 'unauthorized' })
  })

  test('of two people at once one wins', async () => {
    const setup = await newSetup()
    const other = { ...setup, email: 'other@example.com', merchantId: 'OTHER' }
    const results = await Promise.allSettled([completeSetup(setup), completeSetup(other)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await prisma().user.count()).toBe(1)
    expect(await prisma().merchant.count()).toBe(1)
  })

  test('a fresh link replaces the one before', async () => {
    const first = await newSetup()
    await newSetup()
    await expect(completeSetup(first)).rejects.toMatchObject({ code: 'unauthorized' })
  })

  test('there is none once somebody can sign in, and an open one stops working', async () => {
    const setup = await newSetup()
    await addMerchant({ merchantId: 'CLI' })
    const member = { email: 'cli@example.com', merchantId: 'CLI', role: 'owner' }
    await addUser({ ...member, password: setup.password })
    expect(await openSetupLink()).toBeNull()
    await expect(completeSetup(setup)).rejects.toMatchObject({ code: 'unauthorized' })
  })

  test('only its hash is stored', async () => {
    const { token } = await newSetup()
    const stored = await prisma().setupLink.findMany()
    expect(stored).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toContain(token)
  })
})

describe('the fields', () => {
  test.each([
    ['a wrong email', { email: 'ann' }],
    ['a short password', { password: 'short' }],
    ['a wrong merchant id', { merchantId: 'a b' }],
    ['an empty name', { merchantName: ' ' }],
    ['a wrong start date', { startDate: 'soon' }],
  ])('%s is named, and the link can be used again', async (_, fault) => {
    const setup = await newSetup()
    await expect(completeSetup({ ...setup, ...fault })).rejects.toMatchObject({ code: 'malformed' })
    expect(await completeSetup(setup)).toEqual({ merchantId: 'DEMO' })
  })
})

test('a merchant that the operator added before keeps its connection', async () => {
  const { webhookPassword } = await addMerchant({ merchantId: 'DEMO', name: 'Added first' })
  const setup = await newSetup()
  await completeSetup(setup)
  expect(await findConnection(prisma(), 'DEMO')).toMatchObject({
    webhookPasswords: [webhookPassword],
  })
  expect(await memberships(setup)).toEqual([
    { merchantId: 'DEMO', merchantName: 'Added first', role: 'owner' },
  ])
})

async function newSetup(change: Partial<Setup> = {}): Promise<Setup> {
  const link = new URL((await openSetupLink()) ?? '')
  expect(link.pathname).toBe('/set-up')
  return { ...setupWith(link.searchParams.get('token') ?? ''), ...change }
}

function setupWith(token: string): Setup {
  return {
    token,
    email: 'Ann@example.com',
    password: 'correct horse battery',
    merchantId: 'DEMO',
    merchantName: 'Demo Store',
    startDate: null,
    isSandbox: false,
  }
}

async function memberships({ email, password }: Setup) {
  const signIn = await verifySignIn({ email, password, address: '192.0.2.1' })
  if ('refusal' in signIn) throw new Error(signIn.refusal)
  return (await findViewer(signIn.userId, signIn.sessionVersion))?.memberships
}
