import { beforeAll, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { addMerchant } from '#lib/services/add-merchant.ts'
import { addUser } from '#lib/services/add-user.ts'
import { findViewer } from '#lib/services/find-viewer.ts'
import { verifySignIn } from '#lib/services/verify-sign-in.ts'

const PASSWORD = 'correct horse battery'
const ADDRESS = '192.0.2.1'

beforeAll(async () => {
  await addMerchant({ merchantId: 'DEMO', name: 'Demo Store' })
  await addMerchant({ merchantId: 'demo', name: 'Another Store' })
})

describe('signing in', () => {
  test('the right password gives the user, whatever the case of the email', async () => {
    await addUser({
      email: 'ann@example.com',
      password: PASSWORD,
      merchantId: 'DEMO',
      role: 'owner',
    })
    expect(await signIn('Ann@Example.com')).toEqual({
      userId: expect.any(String),
      email: 'ann@example.com',
      sessionVersion: 1,
    })
  })

  test('an unknown email and a wrong password are told apart by nothing in the answer', async () => {
    await addUser({
      email: 'bob@example.com',
      password: PASSWORD,
      merchantId: 'DEMO',
      role: 'viewer',
    })
    const unknown = await signIn('nobody@example.com')
    expect(unknown).toEqual({ refusal: 'wrong' })
    expect(await signIn('bob@example.com', 'a wrong password')).toEqual(unknown)
  })

  test('after ten wrong tries from an address the right password is refused, too, known email or not', async () => {
    await addUser({
      email: 'eve@example.com',
      password: PASSWORD,
      merchantId: 'DEMO',
      role: 'owner',
    })
    for (const email of ['eve@example.com', 'ghost@example.com']) {
      for (let number = 1; number <= 10; number += 1)
        expect(await signIn(email, 'a wrong password', '192.0.3.1'), `try ${number}`).toEqual({
          refusal: 'wrong',
        })
      expect(await signIn(email, PASSWORD, '192.0.3.1')).toEqual({ refusal: 'too-many' })
    }
  })
})

describe('sessions', () => {
  test('a viewer has the roles of today', async () => {
    const session = await newSession('carl@example.com')
    await addUser({ email: 'carl@example.com', password: null, merchantId: 'demo', role: 'viewer' })
    expect(await viewerOf(session)).toEqual({
      userId: session.userId,
      email: 'carl@example.com',
      name: '',
      timeZone: null,
      memberships: [
        { merchantId: 'DEMO', merchantName: 'Demo Store', role: 'editor' },
        { merchantId: 'demo', merchantName: 'Another Store', role: 'viewer' },
      ],
    })
  })

  test('a changed role ends the sessions', async () => {
    const session = await newSession('dora@example.com')
    await addUser({ email: 'dora@example.com', password: null, merchantId: 'DEMO', role: 'viewer' })
    expect(await viewerOf(session)).toBeNull()
  })

  test('a changed password ends the sessions, and the old one no longer signs in', async () => {
    const session = await newSession('emil@example.com')
    const member = { email: 'emil@example.com', merchantId: 'DEMO', role: 'editor' }
    await addUser({ ...member, password: 'another password' })
    expect(await viewerOf(session)).toBeNull()
    expect(await signIn('emil@example.com')).toEqual({ refusal: 'wrong' })
    expect(await signIn('emil@example.com', 'another password')).toHaveProperty('userId')
  })

  test('adding a member again as they are changes nothing', async () => {
    const session = await newSession('fay@example.com')
    await addUser({
      email: 'fay@example.com',
      password: PASSWORD,
      merchantId: 'DEMO',
      role: 'editor',
    })
    expect(await viewerOf(session)).not.toBeNull()
  })
})

describe('users', () => {
  test('a password that is not given is made up, shown once, and signs in', async () => {
    const member = { email: 'gil@example.com', merchantId: 'DEMO', role: 'viewer', password: null }
    const { password = '' } = await addUser(member)
    expect(password).toMatch(/^[\w-]{32}$/)
    expect(await signIn('gil@example.com', password)).toHaveProperty('userId')
    expect(await addUser(member)).not.toHaveProperty('password')
  })

  test.each([
    ['a short password', { password: 'too short' }, 'malformed'],
    ['a wrong email', { email: 'hans' }, 'malformed'],
    ['an unknown role', { role: 'admin' }, 'malformed'],
    ['an unknown merchant', { merchantId: 'DEMO2' }, 'not-found'],
  ])('%s is refused, and no user is made', async (_, fault, code) => {
    const member = {
      email: 'hans@example.com',
      password: PASSWORD,
      merchantId: 'DEMO',
      role: 'owner',
    }
    await expect(addUser({ ...member, ...fault })).rejects.toMatchObject({ code })
    expect(await prisma().user.count({ where: { email: 'hans@example.com' } })).toBe(0)
  })

  test('each change has its audit entry, without the password', async () => {
    await newSession('ina@example.com')
    const entries = await prisma().auditEntry.findMany({
      where: { details: { path: ['email'], equals: 'ina@example.com' } },
      orderBy: { id: 'asc' },
    })
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      ['operator', 'user.added'],
      ['operator', 'membership.added'],
    ])
    expect(JSON.stringify(entries)).not.toContain(PASSWORD)
  })
})

test('nothing that must stay secret stands in the tables in clear', async () => {
  const secrets = { apiKey: 'key-2_AGPEFi9tm9Zq', webhookPassword: 'hook-7QyWc1' }
  await addMerchant({ merchantId: 'SEALED', ...secrets })
  await addUser({
    email: 'jo@example.com',
    password: PASSWORD,
    merchantId: 'SEALED',
    role: 'owner',
  })
  const rows = await prisma().$queryRaw<{ row: string }[]>`
    SELECT connection::text AS row FROM connection
    UNION ALL SELECT user_account::text FROM user_account
    UNION ALL SELECT audit_entry::text FROM audit_entry`
  const dump = rows.map(({ row }) => row).join('\n')
  for (const secret of [...Object.values(secrets), PASSWORD]) expect(dump).not.toContain(secret)
  expect(await findConnection(prisma(), 'SEALED')).toMatchObject({
    apiKey: secrets.apiKey,
    webhookPasswords: [secrets.webhookPassword],
  })
})

test('a sealed secret does not open in another merchant’s row', async () => {
  await addMerchant({ merchantId: 'FROM', apiKey: 'the-key' })
  await addMerchant({ merchantId: 'TO' })
  await prisma().$executeRaw`
    UPDATE connection SET api_key_sealed = (SELECT api_key_sealed FROM connection WHERE merchant_id = 'FROM')
    WHERE merchant_id = 'TO'`
  await expect(findConnection(prisma(), 'TO')).rejects.toThrow()
})

type Session = { userId: string; sessionVersion: number }

async function newSession(email: string): Promise<Session> {
  await addUser({ email, password: PASSWORD, merchantId: 'DEMO', role: 'editor' })
  const session = await signIn(email)
  if ('refusal' in session) throw new Error(`${email} cannot sign in: ${session.refusal}`)
  return session
}

function viewerOf({ userId, sessionVersion }: Session) {
  return findViewer(userId, sessionVersion)
}

function signIn(email: string, password = PASSWORD, address = ADDRESS) {
  return verifySignIn({ email, password, address })
}
