/**
 * What makes a spreadsheet take a cell for a formula, however often it was made
 * harmless before; some skip blanks in front, and some take the wide forms.
 */
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/
const ESCAPED_FORMULA = /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/

/** A text of any origin, or an amount of ours, such as `-7.95`, with which a spreadsheet is to calculate. */
export type CsvCell = string | { decimal: string }

/** One line of CSV (RFC 4180). A text that a spreadsheet would calculate gets an apostrophe in front. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`
}

/** Undoes the apostrophe, so that what was downloaded can be uploaded again. */
export function plainCell(cell: string): string {
  return ESCAPED_FORMULA.test(cell) ? cell.slice(1) : cell
}

/** Lets spreadsheets see that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

function writeCell(given: CsvCell): string {
  return typeof given === 'string' ? writeText(given) : given.decimal
}

function writeText(text: string): string {
  const cell = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n']|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
