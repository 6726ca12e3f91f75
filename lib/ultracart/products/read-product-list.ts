import { plainCell } from '#lib/csv-writer.ts'
import { toMinorUnits } from '#lib/domain/money.ts'
import { isOneLine } from '#lib/domain/one-line.ts'
import type { ListedDetails, ListedProduct } from '#lib/domain/product-list.ts'
import { cleanText } from '../clean-text.ts'
import { malformed } from '../malformed.ts'
import { type ListRow, parseList } from '../parse-list.ts'

const MAX_LISTED = 50_000
const LONGEST_ID = 100
const LONGEST_NAME = 255

/** The columns by the names that a list may give them, in small letters and without marks. */
const COLUMN_NAMES: Record<Column, readonly string[]> = {
  itemId: ['itemid', 'item', 'merchantitemid', 'sku'],
  productName: ['productname', 'ontraportproductname', 'ontraportproduct', 'name', 'namesent'],
  description: ['description', 'itemdescription'],
  oapProductId: ['oapproductid'],
  price: ['price', 'cost'],
  currency: ['currency', 'currencycode'],
}
type Column = 'itemId' | 'productName' | 'description' | 'oapProductId' | 'price' | 'currency'
const COLUMNS: readonly Column[] = [
  'itemId',
  'productName',
  'description',
  'oapProductId',
  'price',
  'currency',
]

/**
 * Reads a list of items and product names from a CSV file, row by row; other
 * columns are passed over. `malformed` for a file that is no such list or has
 * more than 50,000 rows.
 */
export function readProductList(file: Uint8Array): ListedProduct[] {
  const [head, ...rows] = limited(parseList(file))
  if (head === undefined) throw malformed('The file', 'is empty.')
  const places = findColumns(head.cells)
  return flagRepeated(rows.map((row) => readRow(row, places)))
}

/** Reads two columns copied from a spreadsheet, item id and product name, with a first row that names them or without. */
export function readCopiedNames(file: Uint8Array): ListedProduct[] {
  const rows = limited(parseList(file, { isCopied: true }))
  const [head] = rows
  if (head === undefined) throw malformed('What was pasted', 'is empty.')
  if (placesOf(head.cells).has('itemId')) return readProductList(file)
  return flagRepeated(rows.map((row) => readCopiedRow(row)))
}

const COPIED_PLACES: ReadonlyMap<Column, number> = new Map([
  ['itemId', 0],
  ['productName', 1],
])

/** A row without a second cell must not take a name away. */
function readCopiedRow(row: ListRow): ListedProduct {
  const listed = readRow(row, COPIED_PLACES)
  if (row.cells.length > 1) return listed
  return {
    ...listed,
    faults: [...listed.faults, 'the second column, the product name, is missing'],
  }
}

function limited(rows: ListRow[]): ListRow[] {
  if (rows.length - 1 <= MAX_LISTED) return rows
  throw malformed('The file', `has more than ${MAX_LISTED} rows; split it.`)
}

function placesOf(titles: readonly string[]): ReadonlyMap<Column, number> {
  const names = titles.map((title) => title.toLowerCase().replace(/[^a-z]/g, ''))
  const found = COLUMNS.flatMap((column): [Column, number][] => {
    const at = names.findIndex((name) => COLUMN_NAMES[column].includes(name))
    return at < 0 ? [] : [[column, at]]
  })
  return new Map(found)
}

function findColumns(titles: readonly string[]): ReadonlyMap<Column, number> {
  const places = placesOf(titles)
  if (!places.has('itemId')) throw malformed('The file', 'has no column item_id in its first row.')
  if (places.size === 1)
    throw malformed(
      'The file',
      'has item ids alone: it needs a column product name or description.',
    )
  return places
}

function readRow({ number, cells }: ListRow, places: ReadonlyMap<Column, number>): ListedProduct {
  const cellOf = (column: Column): string | null => {
    const at = places.get(column)
    return at === undefined ? null : cleanText(plainCell(cells[at] ?? ''))
  }
  const itemId = cellOf('itemId') ?? ''
  const productName = cellOf('productName')
  const currency = cellOf('currency')?.toUpperCase() || null
  const price = cellOf('price') || null
  const faults = [
    itemId === '' && 'the item id is missing',
    ...judgeText('the item id', itemId, LONGEST_ID),
    ...judgeText('the product name', productName ?? '', LONGEST_NAME),
    currency !== null && !/^[A-Z]{3}$/.test(currency) && `${currency} is no currency code`,
    price !== null && !PRICE.test(price) && `${price} is no price, such as 12.99`,
  ].filter((fault) => fault !== false)
  const details: ListedDetails = {
    description: cellOf('description'),
    oapProductId: cellOf('oapProductId'),
    priceCents: faults.length > 0 || price === null ? null : toMinorUnits(price, currency ?? 'USD'),
    currency,
  }
  return { row: number, itemId, productName, details, faults }
}

const PRICE = /^\d{1,9}(?:\.\d{1,4})?$/

function judgeText(what: string, text: string, longest: number): string[] {
  if (text.length > longest) return [`${what} has more than ${longest} characters`]
  return !isOneLine(text) ? [`${what} has a line break or another control character`] : []
}

/** Of two rows about one item nobody can say which counts. */
function flagRepeated(rows: readonly ListedProduct[]): ListedProduct[] {
  const firstRows = new Map<string, number>()
  return rows.map((listed) => {
    const { itemId, row, faults } = listed
    const first = firstRows.get(itemId)
    if (first === undefined) firstRows.set(itemId, row)
    if (first === undefined || itemId === '') return listed
    return { ...listed, faults: [...faults, `${itemId} stands in row ${first} already`] }
  })
}
