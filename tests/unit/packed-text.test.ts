import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  packLargeText,
  packText,
  unpackLargeText,
  unpackText,
  type Wording,
} from '#lib/packed-text.ts'

const wordings = fc.constantFrom<Wording>('snapshot', 'ultracart', 'postback')

test('every text comes out of its packing as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 5_000 }), wordings, (text, wording) => {
      expect(unpackText(packText(text, wording)).toString()).toBe(Buffer.from(text).toString())
    }),
  )
})

test('bytes of any size and kind do, at once or beside other work', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 100 }),
      fc.constantFrom(1, 5_000),
      wordings,
      async (piece, times, wording) => {
        const bytes = Buffer.concat(Array(times).fill(piece))
        const packed = await packLargeText(bytes, wording)
        expect(unpackText(packed).equals(bytes)).toBe(true)
        expect((await unpackLargeText(packed)).equals(bytes)).toBe(true)
      },
    ),
    { numRuns: 50 },
  )
})

test('what an older version packed with gzip is read', async () => {
  expect(unpackText(gzipSync('{"events":[]}')).toString()).toBe('{"events":[]}')
  expect((await unpackLargeText(gzipSync('{"events":[]}'))).toString()).toBe('{"events":[]}')
})

// The words must never change: these would be lost with all that stands in databases by now.
test.each([
  [
    'an order',
    'ASPQjjHC245BNE5cXH39dQ2VUNphyNYAAA==',
    '{"kind":"order","lastPosition":2,"snapshot":{"kind":"order","orderId":"DEMO-1"},"word":"","refunds":[]}',
  ],
  ['a body', 'AqsmfurBxdXXXwmkBwA=', '{"events":[{"order_create":{"merchant_id":"DEMO"}}]}'],
  [
    'a message',
    'A4M1o+EudXH19dc1RHY6pGyx1DM1gJcz0HABAA==',
    '<order><order_id>DEMO-1</order_id><total>9.50</total></order>',
  ],
])('%s that was packed when packing began is read', (_, packed, text) => {
  expect(unpackText(Buffer.from(packed, 'base64')).toString()).toBe(text)
})

test('a text that a newer version packed is not taken for another', () => {
  expect(() => unpackText(Buffer.of(30, 1, 2, 3))).toThrow('which a newer version knows')
})
