import { expect, test } from 'vitest'
import { anOrder, anOrderItem } from '#tests/support/build-order.ts'
import { readOrder } from '#tests/support/read-webhook.ts'

test.each([undefined, null, '', ' '])('a part or field given as %j counts as absent', (nothing) => {
  const order = readOrder(
    anOrder({ billing: { email: nothing }, summary: nothing, items: nothing, payment: nothing }),
  )
  expect(order).toMatchObject({ buyer: { email: '' }, totals: null, items: null, payment: null })
})

test.each([
  [true, true],
  ['true', true],
  [' Y ', true],
  ['yes', true],
  [1, true],
  ['1', true],
  [false, false],
  ['N', false],
  ['FALSE', false],
  [0, false],
  ['', null],
  ['perhaps', null],
  [{}, null],
])('the flag %j is read as %j', (lift_gate, hasLiftGate) => {
  expect(readOrder(anOrder({ shipping: { lift_gate } })).shipping?.hasLiftGate).toBe(hasLiftGate)
})

test('numbers are taken as text and text as numbers', () => {
  const items = [
    anOrderItem({ item_index: '3', quantity: ' 2.5 ', cost: { value: '18.50' }, barcode: 12345 }),
  ]
  const order = readOrder(anOrder({ order_id: 9200417, items, billing: { postal_code: 95113 } }))
  expect(order).toMatchObject({
    orderId: '9200417',
    buyer: { postalCode: '95113' },
    items: [{ index: 3, quantity: 2.5, unitCostCents: 1850, barcode: '12345' }],
  })
})

test.each([
  [18.5, 1850],
  ['18.505', 1851],
  ['1.85e1', 1850],
  ['-4', -400],
  ['.5', 50],
  [{ value: 18.5 }, 1850],
  [{ value: null }, null],
  [{}, null],
  ['', null],
])('the amount %j is read as %j cents', (discount, discountCents) => {
  const items = [{ ...anOrderItem(), discount }]
  expect(readOrder(anOrder({ items })).items?.[0]?.discountCents).toBe(discountCents)
})

test('a wrongly typed optional field does not lose the order', () => {
  const order = readOrder(
    anOrder({
      current_stage: ['Rejected'],
      creation_dts: 1715537256,
      billing: { first_name: { de: 'Zoë' }, day_phone: true },
      shipping: 'none',
      taxes: { tax_rate: 'unknown' },
      coupons: 'SPRING10',
      checkout: [],
      payment: { test_order: {} },
    }),
  )
  expect(order).toMatchObject({
    stage: '',
    createdAt: null,
    buyer: { firstName: '', dayPhone: '', lastName: 'Núñez' },
    shipping: null,
    taxes: { rate: null },
    coupons: null,
    checkout: null,
    payment: { isTestOrder: false },
  })
})

test('words of a closed list are trimmed and unknown ones kept as spelled', () => {
  const order = readOrder(
    anOrder({ current_stage: ' Shipping Department', payment: { payment_status: 'Half-Paid ' } }),
  )
  expect([order.stage, order.payment?.status]).toEqual(['Shipping Department', 'Half-Paid'])
})

test.each([
  [{ uom: 'LB', value: 1.5 }, '1.5 LB'],
  [{ value: '2' }, '2'],
  [{ uom: 'LB' }, ''],
  ['3 LB', '3 LB'],
  [null, ''],
])('the weight %j is read as %j', (weight, expected) => {
  const items = [{ ...anOrderItem(), weight }]
  expect(readOrder(anOrder({ items })).items?.[0]?.weight).toBe(expected)
})

test('NUL is dropped and a lone surrogate replaced, so that PostgreSQL can hold the text', () => {
  const billing = { first_name: 'Zo\0ë', last_name: 'Ł\uD83D', company: '\uDE00 🔔' }
  const checkout = { comments: '\0\0' }
  expect(readOrder(anOrder({ order_id: 'DEMO\0-1', billing, checkout }))).toMatchObject({
    orderId: 'DEMO-1',
    buyer: { firstName: 'Zoë', lastName: 'Ł\uFFFD', company: '\uFFFD 🔔' },
    checkout: { comments: '' },
  })
})

test('keys named like prototypes in a model change nothing', () => {
  const order = anOrder({ order_id: 'D-1' })
  const poisoned = JSON.parse(
    JSON.stringify(order).replace('{', '{"__proto__":{"stage":"x"},"constructor":{"a":1},'),
  )
  expect(readOrder(poisoned)).toEqual(readOrder(order))
})
