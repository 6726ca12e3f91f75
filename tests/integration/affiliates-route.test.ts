import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { POST } from '#app/api/affiliates/[merchantId]/route.ts'
import { prisma } from '#lib/db/client.ts'
import { unpackText } from '#lib/packed-text.ts'
import { closeSender } from '#lib/queue/boss.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'

let merchantId: string
beforeEach(async () => {
  merchantId = await buildConnectedMerchant()
})

afterAll(closeSender)

const affiliate = { affiliateId: 204931, approved: true, email: 'anais@example.com' }

function basic(password: string): string {
  return `Basic ${Buffer.from(`ultracart:${password}`).toString('base64')}`
}

async function post(body: BodyInit, authorization: string | null = basic('a webhook password')) {
  const request = new Request(`http://127.0.0.1:3000/api/affiliates/${merchantId}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization === null ? {} : { authorization }),
    },
    body,
  })
  const response = await POST(request, { params: Promise.resolve({ merchantId }) })
  const challenge = response.headers.get('www-authenticate')
  return {
    status: response.status,
    body: await response.json(),
    ...(challenge === null ? {} : { challenge }),
  }
}

const deliveries = () => prisma().delivery.findMany({ where: { merchantId } })

describe('the answer', () => {
  test('says what one affiliate brought, and what the same one brings again', async () => {
    expect(await post(JSON.stringify(affiliate))).toEqual({
      status: 200,
      body: { accepted: 1, unchanged: 0, ignored: 0 },
    })
    expect(await post(JSON.stringify(affiliate))).toEqual({
      status: 200,
      body: { accepted: 0, unchanged: 1, ignored: 0 },
    })
  })

  test('says what a thousand brought', async () => {
    const many = Array.from({ length: 1_000 }, (_, at) => ({ ...affiliate, affiliateId: at + 1 }))
    expect(await post(JSON.stringify(many))).toEqual({
      status: 200,
      body: { accepted: 1_000, unchanged: 0, ignored: 0 },
    })
    expect(await prisma().transmission.count({ where: { merchantId, type: 'affiliate' } })).toBe(
      1_000,
    )
  })

  test('is 401 without the credentials of the webhook, and nothing is kept', async () => {
    for (const authorization of [null, basic('wrong'), 'Bearer x'])
      expect(await post(JSON.stringify(affiliate), authorization)).toMatchObject({
        status: 401,
        challenge: 'Basic realm="webhook", charset="UTF-8"',
      })
    expect(await deliveries()).toEqual([])
  })

  test('is 401 for a merchant that does not exist', async () => {
    merchantId = 'NOBODY'
    expect((await post(JSON.stringify(affiliate))).status).toBe(401)
  })

  test('is 400 with the place of the fault, and none of the list is taken', async () => {
    const list = [affiliate, affiliate, affiliate, { approved: true }]
    expect(await post(JSON.stringify(list))).toEqual({
      status: 400,
      body: { error: { code: 'malformed', message: '[3].affiliateId is missing' } },
    })
    expect(await prisma().stream.count({ where: { merchantId } })).toBe(0)
    expect(await deliveries()).toMatchObject([
      { source: 'affiliates', error: '[3].affiliateId is missing' },
    ])
  })

  test('is 413 for more than 6 MB', async () => {
    expect((await post(' '.repeat(6 * 1024 * 1024 + 1))).status).toBe(413)
  })
})

test('the body is kept as it came', async () => {
  const text = `\n ${JSON.stringify(affiliate)}`
  await post(text)
  const [kept] = await deliveries()
  expect(kept).toMatchObject({
    source: 'affiliates',
    contentType: 'application/json',
    bodyBytes: text.length,
    acceptedCount: 1,
    error: null,
  })
  expect(unpackText(kept?.body ?? new Uint8Array()).toString()).toBe(text)
})

test('a sign-up is no sign of life of UltraCart’s webhook', async () => {
  await post(JSON.stringify(affiliate))
  expect(await getConnection(accessOf(merchantId))).toMatchObject({ lastEventAt: null })
})
