import { expect, test } from 'vitest'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import { anOrder, aWebhook } from '#tests/support/build-order.ts'
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
  ['<export></export>', 'The body is not valid JSON'],
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
