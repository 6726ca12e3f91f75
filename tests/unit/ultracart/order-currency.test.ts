import { expect, test } from 'vitest'
import { money } from '#tests/support/build-order.ts'
import { readOrder } from '#tests/support/read-webhook.ts'

test('the total names the currency, not the order', () => {
  const order = readOrder({
    order_id: 'D-1',
    currency_code: 'EUR',
    summary: { tax: money(1, 'GBP'), total: { ...money(10, 'USD'), localized: 9.2 } },
  })
  expect([order.currency, order.totals?.totalCents]).toEqual(['USD', 1000])
})

test.each([
  ['another sum', { summary: { total: 10, tax: money(1, 'GBP') } }, 'GBP'],
  ['an item’s cost', { items: [{ cost: money(1, 'CAD') }] }, 'CAD'],
  ['an option’s cost', { items: [{ options: [{ cost_change: money(1, 'AUD') }] }] }, 'AUD'],
  ['the surcharge', { payment: { surcharge: money(0, 'CHF') } }, 'CHF'],
  ['the order', { currency_code: ' eur ' }, 'EUR'],
  ['nothing', { currency_code: 'not a code' }, 'USD'],
])('the currency comes from %s where the total names none', (_, parts, currency) => {
  expect(readOrder({ order_id: 'D-1', ...parts }).currency).toBe(currency)
})

test('yen have no smaller unit', () => {
  const order = readOrder({
    order_id: 'D-1',
    summary: { total: money(7225, 'JPY'), tax: money(656.8, 'JPY') },
    items: [{ cost: money(3500, 'JPY') }],
  })
  expect(order.totals).toMatchObject({ totalCents: 7225, taxCents: 657 })
  expect(order.items?.[0]?.unitCostCents).toBe(3500)
})

test('a dinar has a thousand fils', () => {
  const order = readOrder({ order_id: 'D-1', summary: { total: money(72.255, 'KWD') } })
  expect(order.totals?.totalCents).toBe(72_255)
})
