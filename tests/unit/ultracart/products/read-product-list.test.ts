import { expect, test } from 'vitest'
import { readProductList } from '#lib/ultracart/products/read-product-list.ts'

function read(...lines: string[]) {
  return readProductList(new TextEncoder().encode(lines.join('\r\n')))
}

test('a list is read by the names of its columns, whatever their order and spelling', () => {
  expect(read('Product Name;ITEM-ID;colour;Price;Currency', 'Sencha;TEA;green;12.99;eur')).toEqual([
    {
      row: 2,
      itemId: 'TEA',
      productName: 'Sencha',
      details: { description: null, oapProductId: null, priceCents: 1299, currency: 'EUR' },
      faults: [],
    },
  ])
})

test('the apostrophe that keeps a spreadsheet from calculating is taken off again', () => {
  expect(read('item_id,product name', "TEA,'=Tea")).toMatchObject([{ productName: '=Tea' }])
})

test.each([
  [',Tea,1', 'the item id is missing'],
  [`TEA,${'x'.repeat(256)},1`, 'the product name has more than 255 characters'],
  ['TEA,"a\nb",1', 'the product name has a line break or another control character'],
  ['TEA,Tea,cheap', 'cheap is no price, such as 12.99'],
])('a faulty row says what is wrong with it', (line, fault) => {
  expect(read('item_id,product name,price', line)).toMatchObject([{ row: 2, faults: [fault] }])
})

test('of two rows about one item the second is faulty', () => {
  expect(read('item_id,product name', 'TEA,a', 'POT,b', 'TEA,c').map((row) => row.faults)).toEqual([
    [],
    [],
    ['TEA stands in row 2 already'],
  ])
})

test.each([
  ['', /is empty/],
  ['name,price', /no column item_id/],
  ['item_id,colour', /item ids alone/],
])('a file that is no such list is refused with a sentence', (head, sentence) => {
  expect(() => read(head)).toThrow(sentence)
})
