import { get } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GET, HEAD } from '#app/api/items/[merchantId]/route.ts'
import { prisma } from '#lib/db/client.ts'
import { removeProductMapping, saveItemSnapshots, saveProductMapping } from '#lib/db/products.ts'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { answerItemPoll } from '#lib/services/answer-item-poll.ts'
import { getItemFeed } from '#lib/services/get-item-feed.ts'
import { getTransmission } from '#lib/services/get-transmission.ts'
import { listTransmissions } from '#lib/services/list-transmissions.ts'
import { resendTransmission } from '#lib/services/resend-transmission.ts'
import { rotateFeedKey } from '#lib/services/rotate-feed-key.ts'
import { anItemSnapshot } from '#tests/support/build-item.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import { readFeed } from '#tests/support/read-feed.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'
import { type RouteServer, serveRoute } from '#tests/support/serve-route.ts'
import { assertValid } from '#tests/support/xml-schema.ts'

/** For a busy machine. */
const PATIENCE = { timeout: 20_000 }

let server: RouteServer
let merchantId: string
let key: string
beforeAll(async () => {
  server = await serveRoute({ GET, HEAD })
})
afterAll(() => server.close())
beforeEach(async () => {
  merchantId = await buildConnectedMerchant()
  key = (await rotateFeedKey(accessOf(merchantId))).key
})

function poll(
  given: { query?: Record<string, string>; headers?: HeadersInit; method?: string } = {},
) {
  const { query = {}, headers = {}, method = 'GET' } = given
  const search = new URLSearchParams({ key, ...query })
  return fetch(`${server.url}/api/items/${merchantId}?${search}`, { headers, method })
}

async function pollItems(query: Record<string, string> = {}) {
  const response = await poll({ query })
  expect(response.status).toBe(200)
  const xml = await response.text()
  await assertValid(xml, 'items')
  return readFeed(xml)
}

async function logged(): Promise<TransmissionDetail[]> {
  const access = accessOf(merchantId)
  const page = await listTransmissions(access, { type: 'item-fetch' }, { limit: 50, cursor: null })
  return Promise.all(page.transmissions.map((row) => getTransmission(access, row.id)))
}

function save(...items: Parameters<typeof anItemSnapshot>[0][]) {
  return saveItemSnapshots(
    prisma(),
    items.map((item) => anItemSnapshot({ merchantId, ...item })),
  )
}

describe('what is in the feed', () => {
  test('an item stands with its resolved name, its price and its flags, and the document is valid', async () => {
    await save({
      itemId: 'TEA',
      description: '<b>Green</b> tea & more<br>100 g',
      oapProductId: 'Green Tea',
      priceCents: 1299,
      isKit: true,
      isRecurring: true,
    })
    expect(await pollItems()).toEqual([
      {
        item_id: 'TEA',
        product_name: 'Green Tea',
        description: 'Green tea & more 100 g',
        price: '12.99',
        currency: 'USD',
        active: 'true',
        kit: 'true',
        recurring: 'true',
        last_modified: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    ])
  })

  test('inactive, deleted and kit-only items are left out, the others come by item id', async () => {
    await save(
      { itemId: 'C' },
      { itemId: 'A' },
      { itemId: 'OFF', isInactive: true },
      { itemId: 'GONE', isDeleted: true },
      { itemId: 'PART', isKitComponentOnly: true },
      { itemId: 'B' },
    )
    expect((await pollItems()).map((item) => item.item_id)).toEqual(['A', 'B', 'C'])
  })

  test('an entered name wins over the field of the item', async () => {
    await save({ itemId: 'TEA', oapProductId: 'Green Tea' })
    await saveProductMapping(prisma(), { merchantId, itemId: 'TEA', productName: 'Sencha' })
    expect((await pollItems())[0]).toMatchObject({ product_name: 'Sencha' })
  })

  test('a store without items has an empty list', async () => {
    expect(await pollItems()).toEqual([])
  })

  test('the items of another merchant are not in it', async () => {
    const other = await buildConnectedMerchant()
    await saveItemSnapshots(prisma(), [anItemSnapshot({ merchantId: other, itemId: 'THEIRS' })])
    await save({ itemId: 'OURS' })
    expect((await pollItems()).map((item) => item.item_id)).toEqual(['OURS'])
  })
})

describe('a sale', () => {
  const sale = {
    priceCents: 900,
    startsAt: '2026-12-01T00:00:00.000Z',
    endsAt: '2026-12-08T00:00:00.000Z',
  }
  const ask = async (now: string, ifNoneMatch: string | null = null) => {
    const none = { authorization: null, ifModifiedSince: null, userAgent: null, since: null }
    const response = await answerItemPoll(
      { ...none, merchantId, method: 'GET', key, ifNoneMatch },
      new Date(now),
    )
    const xml = await response.text()
    return { status: response.status, etag: response.headers.get('etag'), items: readFeed(xml) }
  }

  test('its price holds from its begin until its end, and no edge is hidden by an ETag', async () => {
    await save({ itemId: 'TEA', priceCents: 1299, sale })
    const before = await ask('2026-11-30T23:59:59Z')
    expect(before.items[0]).toMatchObject({ price: '12.99' })
    const within = await ask('2026-12-01T00:00:00Z', before.etag)
    expect(within.items[0]).toMatchObject({ price: '9.00', last_modified: sale.startsAt })
    expect((await ask('2026-12-07T00:00:00Z', within.etag)).status).toBe(304)
    const after = await ask('2026-12-08T00:00:00Z', within.etag)
    expect(after.items[0]).toMatchObject({ price: '12.99', last_modified: sale.endsAt })
  })
})

describe('what is new', () => {
  test('a poll with the ETag of the last answer gets 304 until something changes', async () => {
    await save({ itemId: 'TEA' })
    const etag = (await poll()).headers.get('etag') ?? ''
    const headers = { 'If-None-Match': etag }
    const unchanged = await poll({ headers })
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])
    expect(unchanged.headers.get('etag')).toBe(etag)
    await saveProductMapping(prisma(), { merchantId, itemId: 'TEA', productName: 'Sencha' })
    expect((await poll({ headers })).status).toBe(200)
  })

  test('a poll with the date of the last answer sees a change of the same second', async () => {
    await save({ itemId: 'TEA' })
    const date = (await poll()).headers.get('last-modified') ?? ''
    const headers = { 'If-Modified-Since': date }
    expect((await poll({ headers })).status).toBe(304)
    await save({ itemId: 'TEA', description: 'Changed', modifiedAt: '2026-11-21T00:00:00.000Z' })
    expect((await poll({ headers })).status).toBe(200)
  })

  test('what leaves the feed is a change of it, too', async () => {
    await save({ itemId: 'TEA' })
    const etag = (await poll()).headers.get('etag') ?? ''
    await save({ itemId: 'TEA', isDeleted: true, modifiedAt: '2026-11-21T00:00:00.000Z' })
    expect((await poll({ headers: { 'If-None-Match': etag } })).status).toBe(200)
  })

  test('an event that changes nothing of an entry is no change of the feed', async () => {
    await save({ itemId: 'TEA' })
    const etag = (await poll()).headers.get('etag') ?? ''
    await save({ itemId: 'TEA', modifiedAt: '2026-11-21T00:00:00.000Z' })
    expect((await poll({ headers: { 'If-None-Match': etag } })).status).toBe(304)
  })

  test('since brings only what changed after it, by the store or by the mapping', async () => {
    await save({ itemId: 'A' }, { itemId: 'B' }, { itemId: 'C' })
    await saveProductMapping(prisma(), { merchantId, itemId: 'C', productName: 'Old name' })
    await prisma()
      .$executeRaw`UPDATE item SET feed_changed_at = '2026-11-01' WHERE merchant_id = ${merchantId}`
    const since = { since: '2026-11-10' }
    expect(await pollItems(since)).toEqual([])
    await save({ itemId: 'A', priceCents: 1, modifiedAt: '2026-11-21T00:00:00.000Z' })
    await removeProductMapping(prisma(), { merchantId, itemId: 'C' })
    expect((await pollItems(since)).map((item) => item.item_id)).toEqual(['A', 'C'])
    expect(await pollItems({ since: 'Fri, 01 Jan 2100 00:00:00 GMT' })).toEqual([])
  })

  test('since brings an item whose sale began or ended after it, though nobody changed it', async () => {
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()
    const sale = (startsAt: string | null, endsAt: string | null) => ({
      priceCents: 900,
      startsAt,
      endsAt,
    })
    await save(
      { itemId: 'BEGAN', sale: sale(hours(-1), null) },
      { itemId: 'BEGAN-BEFORE', sale: sale(hours(-3), null) },
      { itemId: 'BEGINS', sale: sale(hours(1), null) },
      { itemId: 'ENDED', sale: sale(null, hours(-1)) },
      { itemId: 'ENDS', sale: sale(null, hours(1)) },
    )
    await prisma()
      .$executeRaw`UPDATE item SET feed_changed_at = '2020-11-01' WHERE merchant_id = ${merchantId}`
    const items = await pollItems({ since: hours(-2) })
    expect(items.map((item) => item.item_id)).toEqual(['BEGAN', 'ENDED'])
  })

  test('a since that is no time is refused with a sentence', async () => {
    const response = await poll({ query: { since: 'yesterday' } })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { code: 'malformed' } })
  })
})

describe('the key', () => {
  test.each(['anybody:KEY', 'KEY:', 'KEY:KEY'])(
    'it opens the feed as Basic %s, too',
    async (pair) => {
      const basic = `Basic ${Buffer.from(pair.replaceAll('KEY', key)).toString('base64')}`
      const url = `${server.url}/api/items/${merchantId}`
      expect((await fetch(url, { headers: { authorization: basic } })).status).toBe(200)
    },
  )

  test('who brings none is told which proof is wanted', async () => {
    const none = await fetch(`${server.url}/api/items/${merchantId}`)
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="items", charset="UTF-8"',
    ])
  })

  test('a wrong key and an unknown merchant get the same answer', async () => {
    const wrong = await poll({ query: { key: 'wrong' } })
    const unknown = await fetch(`${server.url}/api/items/NOBODY?key=${key}`)
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await wrong.text()).toBe(await unknown.text())
  })

  test('the key of one merchant does not open the feed of another', async () => {
    const other = await buildConnectedMerchant()
    const response = await fetch(`${server.url}/api/items/${other}?key=${key}`)
    expect(response.status).toBe(401)
  })

  test('a wrong key is counted and not logged', async () => {
    await poll({ query: { key: 'wrong' } })
    await poll({ query: { key: 'wrong' } })
    await expect
      .poll(() => prisma().feedRefusal.findUnique({ where: { merchantId } }), PATIENCE)
      .toMatchObject({ refusedCount: 2 })
    expect(await logged()).toEqual([])
  })

  test('the key before a new one opens the feed for 24 hours more', async () => {
    const made = await rotateFeedKey(accessOf(merchantId))
    expect(Date.parse(made.previousValidUntil ?? '')).toBeGreaterThan(Date.now() + 23 * 3_600_000)
    expect((await poll()).status).toBe(200)
    expect((await poll({ query: { key: made.key } })).status).toBe(200)
    await prisma().$executeRaw`
      UPDATE feed_key SET valid_until = now() WHERE merchant_id = ${merchantId} AND valid_until IS NOT NULL`
    expect((await poll()).status).toBe(401)
  })

  test('the operator’s command makes one and says until when the one before is valid', async () => {
    const shown = await adminAnswer(['feed-key', 'show', merchantId])
    expect(shown).toMatchObject({ merchantId, previousValidUntil: expect.any(String) })
    expect((await poll({ query: { key: String(shown.key) } })).status).toBe(200)
    expect((await poll()).status).toBe(200)
  })

  test('a viewer makes no key', async () => {
    await expect(rotateFeedKey(accessOf(merchantId, 'viewer'))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

test('the panel tells of the key by its end, of wrong keys, and of the latest polls', async () => {
  const rotated = await rotateFeedKey(accessOf(merchantId))
  await (await poll()).text()
  await poll({ query: { key: 'wrong' } })
  await expect
    .poll(async () => (await getItemFeed(accessOf(merchantId))).refusedCount, PATIENCE)
    .toBe(1)
  const panel = await getItemFeed(accessOf(merchantId, 'viewer'))
  expect(panel).toMatchObject({
    url: expect.stringMatching(new RegExp(`/api/items/${merchantId}$`)),
    keyHint: `••••${rotated.key.slice(-4)}`,
    previousValidUntil: rotated.previousValidUntil,
    polls: [{ isComplete: true, responseCode: 200, description: 'Item poll: 0 items' }],
  })
})

describe('the log', () => {
  test('a poll stands in it with what was asked and answered, and without the key', async () => {
    await save({ itemId: 'A' }, { itemId: 'B' })
    const xml = await (await poll({ headers: { 'User-Agent': 'ONTRAPORT' } })).text()
    const [entry] = await logged()
    expect(entry).toMatchObject({
      type: 'item-fetch',
      status: 'sent',
      responseCode: 200,
      description: 'Item poll: 2 items',
      attemptCount: 1,
      response: { code: 200, body: xml, isTruncated: false },
      request: `GET /api/items/${merchantId}?key=••••\nUser-Agent: ONTRAPORT`,
      snapshot: { itemCount: 2, byteCount: Buffer.byteLength(xml), since: null, isComplete: true },
    })
    expect(JSON.stringify(entry)).not.toContain(key)
  })

  test('a poll that brought nothing new stands in it, too', async () => {
    const etag = (await poll()).headers.get('etag') ?? ''
    await poll({ headers: { 'If-None-Match': etag } })
    const [entry] = await logged()
    expect(entry).toMatchObject({
      status: 'sent',
      responseCode: 304,
      description: 'Item poll: nothing new',
      snapshot: { isConditional: true },
    })
  })

  test('HEAD gets the headers alone', async () => {
    await save({ itemId: 'A' })
    const response = await poll({ method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('etag')).toBe((await poll()).headers.get('etag'))
  })

  test('a poll that is broken off is recorded as such', async () => {
    await save(...Array.from({ length: 3_500 }, (_, at) => longItem(at)))
    await hangUpEarly(`${server.url}/api/items/${merchantId}?key=${key}`)
    await expect.poll(async () => (await logged()).length, PATIENCE).toBe(1)
    const [entry] = await logged()
    expect(entry).toMatchObject({
      status: 'failed',
      reasonCode: 'poll-broken-off',
      reason: expect.stringContaining('hung up'),
      snapshot: { isComplete: false },
    })
  })

  test('a poll that cannot be read stands in it with what it asked and why', async () => {
    await poll({ query: { since: 'last Tuesday' } })
    expect(await logged()).toMatchObject([
      {
        type: 'item-fetch',
        status: 'failed',
        reasonCode: 'poll-refused',
        reason: expect.stringContaining('since is a date'),
        responseCode: 400,
        request: expect.stringContaining('since=last%20Tuesday'),
      },
    ])
  })

  test('a poll cannot be sent again', async () => {
    await (await poll()).text()
    const [entry] = await logged()
    const resend = {
      id: entry?.id ?? '',
      mode: 'original',
      nonce: 'n',
      isSentAllowed: true,
    } as const
    await expect(resendTransmission(accessOf(merchantId), resend)).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

function longItem(at: number) {
  return { itemId: `ITEM-${String(at).padStart(5, '0')}`, description: 'x'.repeat(2_000) }
}

/** Takes the first bytes of an answer and cuts the line. */
function hangUpEarly(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, (response) => {
      response.once('data', () => {
        response.destroy()
        resolve()
      })
    })
    request.once('error', reject)
  })
}
