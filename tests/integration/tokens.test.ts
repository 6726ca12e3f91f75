import { beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { newId } from '#lib/ids.ts'
import { addToken } from '#lib/services/add-token.ts'
import { authenticateToken } from '#lib/services/authenticate-token.ts'
import { getTransmission } from '#lib/services/get-transmission.ts'
import { listTransmissions } from '#lib/services/list-transmissions.ts'
import { resendTransmission } from '#lib/services/resend-transmission.ts'
import { buildMerchant } from '#tests/support/build-merchant.ts'
import { buildTransmission } from '#tests/support/build-transmission.ts'

let merchantId: string
let token: string
beforeEach(async () => {
  merchantId = await buildMerchant()
  token = (await addToken({ merchantId, name: 'nightly report' })).token
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

  test('a revoked token', async () => {
    await prisma().apiToken.updateMany({ where: { merchantId }, data: { revokedAt: new Date() } })
    await expect(authenticateToken(`Bearer ${token}`)).rejects.toMatchObject({
      code: 'unauthorized',
    })
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

test('there is none for an unknown merchant, nor under an empty name', async () => {
  await expect(addToken({ merchantId: 'NOBODY', name: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(addToken({ merchantId, name: ' ' })).rejects.toMatchObject({ code: 'malformed' })
})
