import { expect, test } from 'vitest'
import { resolveProductName } from '#lib/domain/product-name.ts'

test('the name on the screen wins over the item field', () => {
  const sources = { mappedName: 'Green Tea', oapProductId: 'GT' }
  expect(resolveProductName('TEA', sources)).toEqual({ name: 'Green Tea', source: 'mapping' })
})

test('the item field wins over the item id', () => {
  const sources = { mappedName: null, oapProductId: 'GT' }
  expect(resolveProductName('TEA', sources)).toEqual({ name: 'GT', source: 'oap-product-id' })
})

test.each([
  ['an unknown item', undefined],
  ['an item without names', { mappedName: null, oapProductId: '' }],
  ['names of white space', { mappedName: ' \t\n', oapProductId: '\u00A0' }],
  ['names that no XML document can hold', { mappedName: '\u0000', oapProductId: '\uD800\uFFFE' }],
])('%s goes by its id', (_what, sources) => {
  expect(resolveProductName('TEA', sources)).toEqual({ name: 'TEA', source: 'item-id' })
})

test('names are trimmed and otherwise kept as written', () => {
  const sources = { mappedName: '  Thé  vert & Co. 🍵 ', oapProductId: '' }
  expect(resolveProductName('TEA', sources).name).toBe('Thé  vert & Co. 🍵')
})
