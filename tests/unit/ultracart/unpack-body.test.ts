import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { AppError } from '#lib/errors.ts'
import { MAX_INFLATED_BYTES } from '#lib/ultracart/inflate.ts'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import { anOrder, aWebhook } from '#tests/support/build-order.ts'
import { anOrderPostback } from '#tests/support/build-postback.ts'
import { refusalOf, toBytes } from '#tests/support/read-webhook.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a byte order mark is tolerated', () => {
  expect(readDelivery(bytes('\uFEFF{"events":[]}'), 'DEMO')).toEqual([])
})

test('bytes that are no UTF-8 are refused, not replaced', () => {
  const latin1 = Buffer.from(JSON.stringify(aWebhook([['order_create', anOrder()]])), 'latin1')
  expect(refusalOf(latin1)).toBe('The body is not valid UTF-8')
})

test.each([
  ['', 'The body is empty'],
  [' \n ', 'The body is empty'],
  ['{"events":[', 'The body is not valid JSON'],
  ['{"events":[]} {}', 'The body is not valid JSON'],
])('the body %j is refused', (text, sentence) => {
  expect(refusalOf(bytes(text))).toBe(sentence)
})

test('a body that nests 64 levels deep is read', () => {
  expect(refusalOf(bytes(`${'['.repeat(64)}${']'.repeat(64)}`))).toBe('[0] is not an object')
})

test('a body that nests 65 levels deep is refused before it is parsed', () => {
  expect(refusalOf(bytes('['.repeat(65)))).toBe('The body nests deeper than 64 levels')
})

test('megabytes of brackets are refused at once', () => {
  expect(refusalOf(bytes('[{"a":'.repeat(1_000_000)))).toBe('The body nests deeper than 64 levels')
})

test('brackets and escaped quotes in text do not count as levels', () => {
  const comments = `${'['.repeat(100)}"${'{'.repeat(100)}\\`
  expect(refusalOf(toBytes(aWebhook([['order_create', anOrder({ comments })]])))).toBeNull()
})

describe('compressed events', () => {
  const webhook = aWebhook([['order_create', anOrder({ order_id: 'DEMO-1' })]])
  const json = JSON.stringify(webhook)
  const plain = readDelivery(bytes(json), 'DEMO')
  const pack = (content: string | Uint8Array) => gzipSync(content).toString('base64')

  test.each([
    ['as the whole body', bytes(pack(json))],
    ['as the whole body, in lines', bytes(`\n${pack(json).replace(/.{76}/g, '$&\r\n')}\n`)],
    ['as the whole body, in JSON’s quotes', toBytes(pack(json))],
    ['as the events, a list', toBytes({ events: pack(JSON.stringify(webhook.events)) })],
    ['as the events, an envelope', toBytes({ events: pack(json) })],
    ['as a compressed transport', gzipSync(json)],
    ['in a compressed transport', gzipSync(JSON.stringify({ events: pack(json) }))],
    ['in the alphabet for addresses', bytes(gzipSync(json).toString('base64url'))],
  ])('are read %s', (_, body) => {
    expect(readDelivery(body, 'DEMO')).toEqual(plain)
  })

  test('as a bare list are read as the whole body', () => {
    const [event] = readDelivery(bytes(pack(JSON.stringify(webhook.events))), 'DEMO')
    expect(event?.path).toBe('[0].order_create')
  })

  test('may be XML in a compressed transport', () => {
    expect(refusalOf(gzipSync(anOrderPostback()))).toBeNull()
  })

  test('of another merchant are refused, wherever the envelope names it', () => {
    const named = pack(JSON.stringify({ merchant_id: 'OTHER', events: [] }))
    const sentence = 'merchant_id is "OTHER", but this address belongs to "DEMO"'
    expect(refusalOf(toBytes({ merchant_id: 'OTHER', events: pack('[]') }))).toBe(sentence)
    expect(refusalOf(toBytes({ events: named }))).toBe(sentence)
  })

  test.each([
    [
      'no base64',
      toBytes({ events: 'order_create!' }),
      'events is text, but not events compressed with gzip and encoded as base64',
    ],
    [
      'nothing',
      toBytes({ events: '' }),
      'events is text, but not events compressed with gzip and encoded as base64',
    ],
    ['no gzip', toBytes({ events: 'AAAA' }), 'events is not compressed with gzip'],
    ['no gzip, quoted', toBytes('AAAA'), 'The body is not compressed with gzip'],
    [
      'half a stream',
      toBytes({ events: pack(json).slice(0, 40) }),
      'events is a broken gzip stream',
    ],
    ['a broken stream', bytes('H4sIAAAAAAAAA/////8='), 'The body is a broken gzip stream'],
    ['no JSON', toBytes({ events: pack('order') }), 'events (inflated) is not valid JSON'],
    ['no UTF-8', toBytes(pack(Buffer.from([0xff]))), 'The body (inflated) is not valid UTF-8'],
    ['depth', bytes(pack('['.repeat(65))), 'The body (inflated) nests deeper than 64 levels'],
    [
      'XML',
      toBytes({ events: pack('<export/>') }),
      'events (inflated) is XML, not a list of events',
    ],
    [
      'themselves, compressed',
      toBytes({ events: pack(JSON.stringify({ events: pack(json) })) }),
      'events is not a list',
    ],
    [
      'themselves, quoted',
      toBytes(pack(JSON.stringify(pack(json)))),
      'The body is neither an object nor a list',
    ],
    ['themselves, raw', bytes(pack(pack(json))), 'The body (inflated) is not valid JSON'],
    ['themselves, in bytes', bytes(pack(gzipSync(json))), 'The body (inflated) is not valid UTF-8'],
    ['transport in transport', gzipSync(gzipSync(json)), 'The body is not valid UTF-8'],
  ])('that hold %s are refused', (_, body, sentence) => {
    expect(refusalOf(body)).toBe(sentence)
  })

  test('of just 32 MB are read, and a byte more is too large', { timeout: 30_000 }, () => {
    const padded = (bytes: number) => gzipSync(`["${' '.repeat(bytes - 4)}"]`, { level: 1 })
    expect(codeOf(padded(MAX_INFLATED_BYTES))).toBe('malformed')
    expect(codeOf(padded(MAX_INFLATED_BYTES + 1))).toBe('too-large')
  })

  test.each([
    ['the whole body', (bomb: Uint8Array) => bytes(Buffer.from(bomb).toString('base64'))],
    ['the events', (bomb: Uint8Array) => toBytes({ events: Buffer.from(bomb).toString('base64') })],
    ['the transport', (bomb: Uint8Array) => bomb],
  ])('that are a bomb in %s are stopped while they inflate', (_, toBody) => {
    const bomb = Buffer.concat(Array(1_000).fill(gzipSync(Buffer.alloc(1_000_000))))
    const before = process.memoryUsage.rss()
    expect(codeOf(toBody(bomb))).toBe('too-large')
    expect(process.memoryUsage.rss() - before).toBeLessThan(8 * MAX_INFLATED_BYTES)
  })
})

test('millions of empty objects are refused before they are made', () => {
  const body = gzipSync(`[${'{},'.repeat(2_000_001)}{}]`)
  expect(refusalOf(body)).toBe('The body holds more than 2000000 objects and lists')
})

function codeOf(body: Uint8Array): string {
  try {
    readDelivery(body, 'DEMO')
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
