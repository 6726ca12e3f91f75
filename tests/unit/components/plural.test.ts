import { expect, test } from 'vitest'
import { counted } from '#components/texts/plural.ts'

test('a number stands with the form of the word that goes with it', () => {
  const orders = { one: 'order', other: 'orders' }
  expect([0, 1, 2, 1_200].map((count) => counted(count, orders))).toEqual([
    '0 orders',
    '1 order',
    '2 orders',
    '1,200 orders',
  ])
})
