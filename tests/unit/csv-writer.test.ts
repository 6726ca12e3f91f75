import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, plainCell } from '#lib/csv-writer.ts'

test('cells are separated by commas, lines end as RFC 4180 says, and quotes are doubled', () => {
  expect(csvLine(['TEA', 'Green, "fine"', 'two\nlines', ''])).toBe(
    'TEA,"Green, ""fine""","two\nlines",\r\n',
  )
})

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\r=x',
  '\n=x',
  ' =1',
  '\u00a0@x',
  '＝1',
  "'=1",
]

test.each(FORMULAS)('a spreadsheet does not calculate %j', (cell) => {
  const [written = ''] = parse(csvLine([cell]))[0] ?? []
  expect(written).toBe(`'${cell}`)
  expect(plainCell(written)).toBe(cell)
})

test('an amount of ours stays a number, also below zero', () => {
  expect(csvLine([{ decimal: '-7.95' }, '-7.95'])).toBe('-7.95,"\'-7.95"\r\n')
})

test('an apostrophe before a word is the word’s own', () => {
  expect(plainCell("'tis")).toBe("'tis")
})

test('whatever is written reads back the same', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (cells) => {
      const [read = []] = parse(csvLine(cells), { record_delimiter: '\r\n' })
      expect(read.map(plainCell)).toEqual(cells)
    }),
  )
})
