import { beforeEach, describe, expect, test } from 'vitest'
import { GET as getPage } from '#app/api/transmissions/route.ts'
import { prisma } from '#lib/db/client.ts'
import { newId } from '#lib/ids.ts'
import { addToken } from '#lib/services/add-token.ts'
import { authenticateToken } from '#lib/services/authenticate-token.ts'
import { getTransmission } from '#lib/services/get-transmission.ts'
import { listTokens } from '#lib/services/list-tokens.ts'
import { listTransmissions } from '#lib/services/list-transmissions.ts'
import { resendTransmission } from '#lib/services/resend-transmission.ts'
import { revokeToken } from '#lib/services/revoke-token.ts'
import { auditOf } from '#tests/support/audit-of.ts'
import { accessOf, buildMerchant } from '#tests/support/build-merchant.ts'
import { buildTransmission } from '#tests/support/build-transmission.ts'

let merchantId: string
let token: string
beforeEach(async () => {
  merchantId = await buildMerchant()
  token = (await addToken(owner(), { name: 'nightly report' })).token
})

test('a token gives an editor’s access to its one merchant, under its name', async () => {
  expect(await authenticateToken(`Bearer ${token}`)).toEqual({
    merchantId,
    role: 'editor',
    actor: 'token:nightly report',
  })
})

test('the word Bearer is read whatever its case', async () => {
  expect(await authenticateToken(`bearer ${token}`)).toHaveProperty('merchantId', merchantId)
})

describe('unauthorized is', () => {
  test.each([
    ['no header', () => null],
    ['an empty header', () => ''],
    ['the token alone', () => token],
    ['another scheme', () => `Basic ${token}`],
    ['a token with a changed letter', () => `Bearer ${token.slice(0, -1)}~`],
    ['the hash that is stored', () => `Bearer ${'a'.repeat(64)}`],
  ])('%s', async (_, header) => {
    await expect(authenticateToken(header())).rejects.toMatchObject({ code: 'unauthorized' })
  })
})

test('of a token only the hash is stored, and the use of it is noted', async () => {
  await authenticateToken(`Bearer ${token}`)
  const [stored] = await prisma().apiToken.findMany({ where: { merchantId } })
  expect(JSON.stringify(stored)).not.toContain(token)
  expect(stored).toMatchObject({ hint: `••••${token.slice(-4)}`, lastUsedAt: expect.any(Date) })
})

test('another merchant’s data does not exist for it', async () => {
  const others = await buildTransmission({ merchantId: await buildMerchant() })
  const own = await buildTransmission({ merchantId })
  const access = await authenticateToken(`Bearer ${token}`)
  const page = await listTransmissions(access, {}, { limit: 50, cursor: null })
  expect(page.transmissions.map(({ id }) => id)).toEqual([own])
  await expect(getTransmission(access, others)).rejects.toMatchObject({ code: 'not-found' })
  const resend = { id: others, mode: 'original', nonce: newId(), isSentAllowed: true } as const
  await expect(resendTransmission(access, resend)).rejects.toMatchObject({ code: 'not-found' })
})

test.each([
  ['an empty name', ' '],
  ['a name of two lines', 'nightly\nreport'],
])('there is none under %s', async (_, name) => {
  await expect(addToken(owner(), { name })).rejects.toMatchObject({ code: 'malformed' })
})

describe('an owner', () => {
  test('sees the tokens that work, the newest first, with who made them and none of them in clear', async () => {
    await addToken(owner(), { name: ' monitoring ' })
    const tokens = await listTokens(owner())
    expect(tokens).toEqual([
      expect.objectContaining({ name: 'monitoring', madeBy: 'owner@example.com' }),
      expect.objectContaining({
        ...{ name: 'nightly report', lastUsedAt: null, hint: `••••${token.slice(-4)}` },
      }),
    ])
    expect(JSON.stringify(tokens)).not.toContain(token)
    expect(await auditOf(merchantId, 'token.added')).toHaveLength(2)
  })

  test('revokes one, which is refused at its next call and listed no more', async () => {
    expect((await callApi()).status).toBe(200)
    const [{ id = '' } = {}] = await listTokens(owner())
    await revokeToken(owner(), id)
    expect((await callApi()).status).toBe(401)
    expect(await listTokens(owner())).toEqual([])
    expect(await auditOf(merchantId, 'token.revoked')).toEqual([
      {
        actor: 'owner@example.com',
        details: { name: 'nightly report', hint: `••••${token.slice(-4)}` },
      },
    ])
    await expect(revokeToken(owner(), id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('of another store neither sees nor revokes it', async () => {
    const stranger = accessOf(await buildMerchant(), 'owner')
    const [{ id = '' } = {}] = await listTokens(owner())
    expect(await listTokens(stranger)).toEqual([])
    await expect(revokeToken(stranger, id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await callApi()).status).toBe(200)
  })
})

test.each(['editor', 'viewer'] as const)('%s neither sees, makes nor revokes one', async (role) => {
  const access = accessOf(merchantId, role)
  const forbidden = { code: 'forbidden' }
  expect(() => listTokens(access)).toThrow(expect.objectContaining(forbidden))
  await expect(addToken(access, { name: 'x' })).rejects.toMatchObject(forbidden)
  await expect(revokeToken(access, 'x')).rejects.toMatchObject(forbidden)
})

function owner() {
  return accessOf(merchantId, 'owner')
}

function callApi(): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` }
  return getPage(new Request('http://127.0.0.1:3000/api/transmissions', { headers }))
}
