import { describe, expect, test } from 'vitest'
import { readPixelCall } from '#lib/storefront/read-pixel-call.ts'

const read = (query: string) => readPixelCall(new URLSearchParams(query))

test('a receipt’s call brings theme, order, email and subtotal', () => {
  expect(read('theme=DFLT&order=DEMO-1&email=ann%40example.com&subtotal=29.00')).toEqual({
    theme: 'DFLT',
    orderId: 'DEMO-1',
    email: 'ann@example.com',
    subtotal: '29.00',
  })
})

test.each(['', 'order=', 'order=[order]', 'order=a b', 'order=%00', `order=${'1'.repeat(51)}`])(
  'without an order id it is no call: %s',
  (query) => expect(read(`theme=DFLT&${query}`)).toBeNull(),
)

describe('the email', () => {
  test.each([
    ['ann+tea@example.com', 'ann+tea@example.com'],
    ['ann%2Btea%40example.com', 'ann+tea@example.com'],
    ['%20Ann%40Example.com', 'Ann@Example.com'],
    ['zo%C3%AB%40example.com', 'zoë@example.com'],
  ])('%s is read', (given, email) => expect(read(`order=1&email=${given}`)?.email).toBe(email))

  test.each(['[email]', '', 'ann', 'a@b@c', '<a>@b', 'a%00@b', `${'a'.repeat(100)}@b`])(
    '%s counts as not brought',
    (given) => expect(read(`order=1&email=${given}`)?.email).toBeNull(),
  )
})

describe('the subtotal', () => {
  test.each([
    ['29', '29'],
    ['$1,299.50', '1299.50'],
    ['29.0000', '29.0000'],
  ])('%s is read', (given, subtotal) =>
    expect(read(`order=1&subtotal=${encodeURIComponent(given)}`)?.subtotal).toBe(subtotal),
  )

  test.each(['[subtotal]', '', '-5', '1e9', 'free', '12345678901'])(
    '%s counts as not brought',
    (given) => expect(read(`order=1&subtotal=${given}`)?.subtotal).toBeNull(),
  )
})
