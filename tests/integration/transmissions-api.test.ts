import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as resend } from '#app/api/transmissions/[id]/resend/route.ts'
import { GET as getOne } from '#app/api/transmissions/[id]/route.ts'
import { GET as getPage } from '#app/api/transmissions/route.ts'
import { prisma } from '#lib/db/client.ts'
import { saveProductMapping } from '#lib/db/products.ts'
import { newId } from '#lib/ids.ts'
import { closeSender } from '#lib/queue/boss.ts'
import { addToken } from '#lib/services/add-token.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import { anAutoOrderSnapshot, anOrderItem, anOrderSnapshot } from '#tests/support/build-snapshot.ts'
import {
  buildAttempt,
  buildBody,
  buildTransmission,
  buildTransmissions,
} from '#tests/support/build-transmission.ts'

let merchantId: string
let token: string
beforeEach(async () => {
  merchantId = await buildConnectedMerchant()
  token = (await addToken(accessOf(merchantId, 'owner'), { name: 'monitoring' })).token
})

afterAll(closeSender)

type Call = { authorization?: string; body?: string }

async function call(
  path: string,
  { authorization = `Bearer ${token}`, body }: Call = {},
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const url = new URL(path, 'http://127.0.0.1:3000')
  const headers = { authorization }
  const request = new Request(
    url,
    body === undefined ? { headers } : { headers, method: 'POST', body },
  )
  const [, , , id = '', deed] = url.pathname.split('/')
  const context = { params: Promise.resolve({ id }) }
  const response =
    deed === 'resend'
      ? await resend(request, context)
      : await (id === '' ? getPage(request) : getOne(request, context))
  return { status: response.status, headers: response.headers, body: await response.json() }
}

describe('the list', () => {
  test('a row has the promised fields', async () => {
    const id = await buildTransmission({
      merchantId,
      email: 'ann@example.com',
      amountMinor: 7225n,
      currency: 'USD',
      createdAt: new Date('2026-11-20T10:00:00.000Z'),
    })
    const { status, headers, body } = await call('/api/transmissions')
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toEqual({
      transmissions: [
        {
          id,
          type: 'sale',
          status: 'queued',
          reason: null,
          reasonCode: null,
          isSandbox: false,
          description: 'Sale of DEMO-1001',
          reference: 'DEMO-1001',
          email: 'ann@example.com',
          amountCents: 7225,
          currency: 'USD',
          responseCode: null,
          attemptCount: 0,
          createdAt: '2026-11-20T10:00:00.000Z',
          finishedAt: null,
          nextAttemptAt: null,
          removed: null,
        },
      ],
      nextCursor: null,
    })
  })

  test('the pages follow each other by cursor, newest first', async () => {
    const ids = await buildTransmissions({ merchantId }, { merchantId }, { merchantId })
    const first = await call('/api/transmissions?limit=2')
    expect(first.body.transmissions).toMatchObject([{ id: ids[2] }, { id: ids[1] }])
    const second = await call(`/api/transmissions?limit=2&cursor=${first.body.nextCursor}`)
    expect(second.body).toMatchObject({ transmissions: [{ id: ids[0] }], nextCursor: null })
  })

  test('every filter of the query reaches the log', async () => {
    const [id] = await buildTransmissions(
      {
        merchantId,
        type: 'refund',
        status: 'failed',
        reasonCode: 'refused',
        reference: 'DEMO-7',
        email: 'ann@example.com',
        responseCode: 422,
        createdAt: new Date('2026-11-20T10:00:00.000Z'),
      },
      { merchantId },
    )
    const queries = [
      'type=refund',
      'status=failed',
      'status=held,failed',
      'status=held&status=failed',
      'reference=DEMO-7',
      'email=ann@example.com',
      'code=422',
      'code=4xx',
      'reasonCode=refused',
      'to=2026-11-21T00:00:00Z',
      'from=2026-11-20T10:00:00Z&to=2026-11-20T10:00:01Z',
      'q=DEMO-7',
      'type=refund&status=failed&reference=DEMO-7&limit=200&email=&cursor=',
    ]
    for (const query of queries) {
      const { body } = await call(`/api/transmissions?${query}`)
      expect(body, query).toMatchObject({ transmissions: [{ id }], nextCursor: null })
    }
  })

  test.each([
    ['type', 'type=sales'],
    ['status', 'status=failed,broken'],
    ['code', 'code=abc'],
    ['from', 'from=yesterday'],
    ['to', 'to=now'],
    ['limit', 'limit=0'],
    ['limit', 'limit=201'],
    ['limit', 'limit=1.5'],
    ['limit', 'limit=ten'],
    ['cursor', 'cursor=xyz'],
    ['q', `q=${'x'.repeat(301)}`],
    ['stauts', 'stauts=failed'],
  ])('a wrong %s is answered with 400 and named (%s)', async (name, query) => {
    const { status, body } = await call(`/api/transmissions?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      error: { code: 'malformed', message: expect.stringContaining(name) },
    })
  })
})

describe('one transmission', () => {
  test('before anything was sent the request is a preview with today’s names', async () => {
    const id = await buildTransmission({ merchantId, status: 'held' })
    const order = anOrderSnapshot({ merchantId, items: [anOrderItem({ itemId: 'TEA' })] })
    await buildBody(id, { kind: 'order-paid', order, isRebill: false })
    await saveProductMapping(prisma(), { merchantId, itemId: 'TEA', productName: 'Green Tea' })
    const { status, body } = await call(`/api/transmissions/${id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id,
      status: 'held',
      isRequestPreview: true,
      request: expect.stringContaining('<item_id>Green Tea</item_id>'),
      response: null,
      attempts: [],
      lines: [{ itemId: 'TEA', productName: 'Green Tea', nameSource: 'mapping' }],
      snapshot: { kind: 'order-paid', order: { orderId: order.orderId } },
      neighbours: [],
    })
  })

  test('after attempts it shows what was sent last and the newest answer', async () => {
    const id = await buildTransmission({
      merchantId,
      status: 'failed',
      attemptCount: 3,
      responseCode: 500,
    })
    const event = {
      kind: 'order-paid',
      order: anOrderSnapshot({ merchantId }),
      isRebill: false,
    } as const
    await buildBody(id, event, { request: '<export>2</export>', lines: [] })
    await buildAttempt(id, {
      number: 1,
      request: '<export>1</export>',
      outcome: 'refused',
      responseCode: 422,
      responseBody: 'no',
    })
    await buildAttempt(id, {
      number: 2,
      request: '<export>2</export>',
      outcome: 'unreachable',
    })
    await buildAttempt(id, {
      number: 3,
      request: null,
      outcome: 'unknown',
      responseCode: 500,
      responseHeaders: { server: 'x' },
      responseBody: 'oops',
      isTruncated: true,
    })
    const { body } = await call(`/api/transmissions/${id}`)
    expect(body).toMatchObject({
      request: '<export>2</export>',
      isRequestPreview: false,
      response: { code: 500, headers: { server: 'x' }, body: 'oops', isTruncated: true },
      attempts: [
        { number: 1, request: '<export>1</export>', durationMs: 250, responseCode: 422 },
        { number: 2, request: '<export>2</export>', responseCode: null },
        { number: 3, request: '<export>2</export>', outcome: 'unknown' },
      ],
    })
  })

  test('a status that has no word has no request', async () => {
    const id = await buildTransmission({ merchantId, status: 'skipped', type: 'auto-order-status' })
    const autoOrder = anAutoOrderSnapshot({ merchantId })
    await buildBody(id, { kind: 'auto-order-status-changed', autoOrder, word: null })
    const { body } = await call(`/api/transmissions/${id}`)
    expect(body).toMatchObject({ request: null, isRequestPreview: false, lines: [] })
  })

  test('the others of its stream are listed beside it', async () => {
    const [sale, refund] = await buildTransmissions(
      { merchantId, reference: 'DEMO-9', position: 1 },
      { merchantId, reference: 'DEMO-9', position: 2, type: 'refund' },
    )
    const { body } = await call(`/api/transmissions/${refund}`)
    expect(body.neighbours).toMatchObject([{ id: sale, type: 'sale' }])
  })
})

describe('sending again', () => {
  test('a failed one is queued once more, with a job', async () => {
    const id = await buildSendable('failed')
    const { status, body } = await call(`/api/transmissions/${id}/resend`, { body: '' })
    expect(status).toBe(202)
    expect(body).toMatchObject({ id, status: 'queued' })
    expect(await countJobs(id)).toBe(1)
  })

  test('the same nonce twice is one click', async () => {
    const id = await buildSendable('failed')
    const body = JSON.stringify({ mode: 'as-mapped-today', nonce: 'click-1' })
    await call(`/api/transmissions/${id}/resend`, { body })
    expect((await call(`/api/transmissions/${id}/resend`, { body })).status).toBe(202)
    expect(await countJobs(id)).toBe(1)
  })

  test('what ONTRAPORT accepted already goes out again only when that is confirmed', async () => {
    const id = await buildSendable('sent')
    expect(await call(`/api/transmissions/${id}/resend`, { body: '{}' })).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict' } },
    })
    const confirmed = await call(`/api/transmissions/${id}/resend`, {
      body: '{"confirmSent":true}',
    })
    expect(confirmed.status).toBe(202)
  })

  test('what is being sent right now is a conflict', async () => {
    const id = await buildSendable('sending')
    expect((await call(`/api/transmissions/${id}/resend`, { body: '' })).status).toBe(409)
  })

  test.each([
    '{',
    '[]',
    '{"mode":"today"}',
    '{"nonce":""}',
    '{"confirmSent":"yes"}',
    '{"mod":"original"}',
  ])('the body %s is answered with 400 and changes nothing', async (body) => {
    const id = await buildSendable('failed')
    const answer = await call(`/api/transmissions/${id}/resend`, { body })
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'malformed' } } })
    expect(await countJobs(id)).toBe(0)
  })
})

async function buildSendable(status: string): Promise<string> {
  const id = await buildTransmission({ merchantId, status })
  const order = anOrderSnapshot({ merchantId, orderId: 'DEMO-1001' })
  await buildBody(
    id,
    { kind: 'order-paid', order, isRebill: false },
    { request: '<export/>', lines: [] },
  )
  return id
}

async function countJobs(id: string): Promise<number> {
  const [found] = await prisma().$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM pgboss.job WHERE data->>'id' = ${id}`
  return found?.count ?? 0
}

describe('scope', () => {
  test('another merchant’s transmission is 404 for every route, and so is what is no id', async () => {
    const other = await buildConnectedMerchant()
    const id = await buildTransmission({ merchantId: other })
    for (const path of [id, newId(), 'DEMO-1001', '%00', "'"]) {
      expect((await call(`/api/transmissions/${path}`)).status, path).toBe(404)
      expect((await call(`/api/transmissions/${path}/resend`, { body: '' })).status, path).toBe(404)
    }
    expect((await call('/api/transmissions')).body.transmissions).toEqual([])
  })

  test.each(['', 'Bearer', 'Bearer relay_unknown', 'Basic dXNlcjpwYXNz'])(
    'the proof "%s" is answered with 401 and the way to prove it',
    async (authorization) => {
      const id = await buildTransmission({ merchantId })
      const paths = [
        ['/api/transmissions'],
        [`/api/transmissions/${id}`],
        [`/api/transmissions/${id}/resend`, ''],
      ]
      for (const [path = '', body] of paths) {
        const answer = await call(
          path,
          body === undefined ? { authorization } : { authorization, body },
        )
        expect(answer.status, path).toBe(401)
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
        expect(answer.headers.get('cache-control')).toBe('no-store')
      }
    },
  )

  test('a token of a merchant sees that merchant alone', async () => {
    const other = await buildConnectedMerchant()
    const otherToken = (await addToken(accessOf(other, 'owner'), { name: 'theirs' })).token
    const id = await buildTransmission({ merchantId: other })
    await buildTransmission({ merchantId })
    const { body } = await call('/api/transmissions', { authorization: `Bearer ${otherToken}` })
    expect(body.transmissions).toMatchObject([{ id }])
  })
})
