import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { itemsCall, readItemsPage } from '#lib/ultracart/read-items-page.ts'
import { makeRestAgent } from '#lib/ultracart/rest-agent.ts'
import { callUltraCart, type RestCall } from '#lib/ultracart/rest-client.ts'
import { anItem } from '#tests/support/build-order.ts'
import {
  type Mishap,
  startUltraCart,
  type UltraCartStandIn,
} from '#tests/support/ultracart-stand-in.ts'

let ultracart: UltraCartStandIn
beforeAll(async () => {
  ultracart = await startUltraCart()
})
afterAll(() => ultracart.close())
beforeEach(() => ultracart.setItems([]))

function call(given: Partial<RestCall> = {}) {
  return callUltraCart({
    ...itemsCall({ offset: 0, since: null }),
    baseUrl: ultracart.url,
    simpleKey: ultracart.key,
    ...given,
  })
}

function spoiled(mishap: Mishap, given: Partial<RestCall> = {}) {
  ultracart.spoil(1, mishap)
  return call(given)
}

describe('a page of items', () => {
  const read = async (offset = 0) => {
    const answer = await call(itemsCall({ offset, since: null }))
    if (answer.kind !== 'answered') throw new Error(answer.reason)
    return readItemsPage(answer.body, { merchantId: 'DEMO', offset })
  }

  test('brings the name field, the prices and the flags of each item', async () => {
    ultracart.setItems([
      anItem({
        merchant_item_id: 'TEA',
        pricing: { cost: 18.5, sale_cost: 16, sale_start: '2026-06-01T00:00:00-04:00' },
        auto_order: { auto_orderable: true },
        content: { attributes: [{ name: 'OAPproductID', value: 'Green Tea' }] },
      }),
      anItem({ merchant_item_id: 'POT', properties: [{ name: 'oapProductId', value: 'Pot' }] }),
    ])
    expect((await read()).snapshots).toMatchObject([
      {
        itemId: 'TEA',
        oapProductId: 'Green Tea',
        priceCents: 1850,
        sale: { priceCents: 1600, startsAt: '2026-06-01T04:00:00.000Z', endsAt: null },
        isRecurring: true,
        isDeleted: false,
      },
      { itemId: 'POT', oapProductId: 'Pot' },
    ])
  })

  test('an item without attributes has no name field, since all were asked for', async () => {
    ultracart.setItems([anItem({ content: undefined, properties: undefined })])
    expect((await read()).snapshots).toMatchObject([{ oapProductId: '' }])
  })

  test('leads to the next one until the last', async () => {
    ultracart.setItems(
      Array.from({ length: 150 }, (_, at) => anItem({ merchant_item_id: `I${at}` })),
    )
    expect(await read()).toMatchObject({ nextOffset: 100, totalCount: 150 })
    expect(await read(100)).toMatchObject({ nextOffset: null, totalCount: 150 })
  })

  test('an item that cannot be read is named and holds up no other', async () => {
    ultracart.setItems([anItem({ merchant_item_id: '' }), anItem({ merchant_item_id: 'POT' })])
    expect(await read()).toMatchObject({
      snapshots: [{ itemId: 'POT' }],
      faults: ['items[0].merchant_item_id is missing'],
    })
  })

  test('the items of another store are refused whole', async () => {
    ultracart.setItems([anItem({ merchant_id: 'OTHER' })])
    await expect(read()).rejects.toThrow(
      'The simple key belongs to the merchant OTHER, not to DEMO.',
    )
  })

  test('pages that claim to lead nowhere come to an end', () => {
    const page = (resultSet: object, items: object[]) =>
      readItemsPage(
        { items, metadata: { result_set: resultSet } },
        { merchantId: 'DEMO', offset: 200 },
      )
    expect(page({ more: true, next_offset: 0 }, [anItem()]).nextOffset).toBe(201)
    expect(page({ more: true, next_offset: 300 }, []).nextOffset).toBeNull()
  })

  test('where UltraCart does not say whether there are more, a full page does', () => {
    const next = (length: number, answer: object) =>
      readItemsPage(
        { items: Array.from({ length }, () => anItem()), ...answer },
        { merchantId: 'DEMO', offset: 100 },
      ).nextOffset
    expect(next(100, {})).toBe(200)
    expect(next(99, {})).toBeNull()
    expect(next(100, { metadata: { result_set: { more: false } } })).toBeNull()
  })

  test('an answer whose items are no list is refused', () => {
    expect(() => readItemsPage({ items: 'none' }, { merchantId: 'DEMO', offset: 0 })).toThrow(
      /is not a list/,
    )
  })
})

describe('what goes wrong is a sentence, never a throw', () => {
  test('a wrong key is a fault of the key, with UltraCart’s words and without the key', async () => {
    const answer = await call({ simpleKey: 'a-wrong-key-7781' })
    expect(answer).toEqual({
      kind: 'refused',
      status: 401,
      isCredentialFault: true,
      reason: 'UltraCart turned the simple key away (HTTP 401): invalid credentials.',
    })
  })

  test('a disabled application is a fault of the key', async () => {
    const answer = await spoiled({ kind: 'status', status: 410 })
    expect(answer).toMatchObject({ kind: 'refused', isCredentialFault: true })
  })

  test.each([
    ['in seconds', { 'retry-after': '7' }, 7_000],
    ['not at all', {}, null],
  ])('a 429 says %s how long to wait', async (_how, headers, retryAfterMs) => {
    const answer = await spoiled({ kind: 'status', status: 429, headers })
    expect(answer).toMatchObject({ kind: 'throttled', retryAfterMs })
  })

  test('a 429 may name a date', async () => {
    const at = new Date(Date.now() + 60_000).toUTCString()
    const answer = await spoiled({ kind: 'status', status: 429, headers: { 'retry-after': at } })
    expect(answer.kind === 'throttled' && answer.retryAfterMs).toBeGreaterThan(50_000)
  })

  test('an error inside a 200 is a refusal', async () => {
    const body = { success: false, error: { user_message: 'Nothing for you.' } }
    const answer = await spoiled({ kind: 'status', status: 200, body })
    expect(answer).toMatchObject({
      kind: 'refused',
      reason: 'UltraCart refused the call (HTTP 200): Nothing for you.',
    })
  })

  test.each<[string, Mishap]>([
    ['a 500', { kind: 'status', status: 500 }],
    ['a cut line', { kind: 'cut' }],
    ['a page of HTML', { kind: 'html' }],
    [
      'a redirect',
      { kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: 'x' },
    ],
  ])('%s may pass', async (_name, mishap) => {
    expect(await spoiled(mishap)).toMatchObject({ kind: 'unavailable' })
  })

  test('an answer that does not come is given up in time', async () => {
    const answer = await spoiled({ kind: 'hang' }, { totalTimeoutMs: 100 })
    expect(answer).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('within 0.1 seconds'),
    })
  })

  test('an answer that is too large is not taken', async () => {
    ultracart.setItems([anItem({ description: 'x'.repeat(5_000) })])
    const agent = makeRestAgent({ maxResponseBytes: 1_000 })
    const answer = await call({ agent })
    await agent.close()
    expect(answer).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('larger than we take'),
    })
  })

  test('nobody there is a sentence with the host', async () => {
    const answer = await call({ baseUrl: 'http://127.0.0.1:1/rest/v2' })
    expect(answer).toEqual({
      kind: 'unavailable',
      reason: '127.0.0.1:1 could not be reached (ECONNREFUSED).',
    })
  })
})
