import { expect, test } from 'vitest'
import { readProductTags, writeProductTags } from '#lib/domain/product-tags.ts'

test('tags of items are read line by line, those behind a minus to be taken away, and written the same', () => {
  const text = 'TEA-1: Tea buyer, Buyer, -Lead\nconstructor: -__proto__'
  const tags = [
    { itemId: 'TEA-1', add: ['Tea buyer', 'Buyer'], remove: ['Lead'] },
    { itemId: 'constructor', add: [], remove: ['__proto__'] },
  ]
  expect(readProductTags(text)).toEqual(tags)
  expect(writeProductTags(tags)).toBe(text)
  expect(
    readProductTags('\n TEA-1:Tea buyer,Buyer,Buyer, - Lead ; constructor:-__proto__;'),
  ).toEqual(tags)
})

test.each(['', 'none', ' \n'])('%j has no tags', (text) => {
  expect(readProductTags(text)).toEqual([])
})

test.each(['TEA-1', 'TEA-1:', ': Tag', 'TEA-1: -', `TEA-1: ${'x'.repeat(101)}`])(
  '%s is refused with a sentence',
  (text) => {
    expect(readProductTags(text)).toContain('is no item id with tags')
  },
)
