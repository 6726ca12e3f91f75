import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { decodeList } from './decode-list.ts'
import { malformed } from './malformed.ts'

/** One row with something in it. `number` is the one that a spreadsheet shows beside it. */
export type ListRow = { number: number; cells: string[] }

/** The rows of a CSV file, the head among them; `malformed` for what is no CSV. What is copied from a spreadsheet is separated by tabs. */
export function parseList(file: Uint8Array, { isCopied = false } = {}): ListRow[] {
  const text = decodeList(file)
  return parseCells(text, isCopied && text.includes('\t') ? '\t' : findDelimiter(text))
    .map((cells, at) => ({ number: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function parseCells(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    })
  } catch (cause) {
    if (cause instanceof CsvError)
      throw malformed('The file', `is no readable CSV: ${cause.message}`, cause)
    throw cause
  }
}

/** Spreadsheets separate by comma, semicolon or tab, as their country wants it; the head shows which. */
function findDelimiter(text: string): string {
  const head = text.trimStart().split(/[\r\n]/, 1)[0] ?? ''
  const [first = ','] = [',', ';', '\t'].sort((a, b) => countOf(head, b) - countOf(head, a))
  return first
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1
}
