import { describe, expect, test } from 'vitest'
import { readCopiedNames, readProductList } from '#lib/ultracart/products/read-product-list.ts'

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

describe('two columns copied from a spreadsheet', () => {
  const read = (text: string) =>
    readCopiedNames(Buffer.from(text)).map(({ row, itemId, productName, faults }) => ({
      row,
      itemId,
      productName,
      isFaulty: faults.length > 0,
    }))

  test('need no first row that names them, and keep commas', () => {
    expect(read('TEA-1\tGreen, loose\nTEA-2\tBlack\n')).toEqual([
      { row: 1, itemId: 'TEA-1', productName: 'Green, loose', isFaulty: false },
      { row: 2, itemId: 'TEA-2', productName: 'Black', isFaulty: false },
    ])
  })

  test('may have one', () => {
    expect(read('Item ID\tProduct name\nTEA-1\tGreen')).toEqual([
      { row: 2, itemId: 'TEA-1', productName: 'Green', isFaulty: false },
    ])
  })

  test('a row that lost its second column takes no name away', () => {
    expect(read('TEA-1\tGreen\nTEA-2')[1]).toMatchObject({ itemId: 'TEA-2', isFaulty: true })
    expect(() => readCopiedNames(Buffer.from(' \n'))).toThrow('empty')
  })
})
