import type { AffiliateSnapshot } from '#lib/domain/snapshot.ts'
import { malformed, shorten } from '../malformed.ts'
import { type ListRow, parseList } from '../parse-list.ts'
import { findColumns, type ListColumn, type ListField } from './list-columns.ts'
import { fromPosted, postedAffiliate } from './posted-affiliate.ts'

export const MAX_LISTED = 10_000

/** A row of a list: the affiliate in it, or what is wrong with it, each fault with its column. */
export type ListedAffiliate = { row: number } & (
  | { kind: 'read'; affiliate: AffiliateSnapshot }
  | { kind: 'faulty'; faults: string[] }
)

/**
 * Reads a list of affiliates from a CSV file, row by row. The head may call
 * its columns by many names. `malformed` for a file that is no such list or
 * has more than 10,000 rows.
 */
export function readAffiliateList(file: Uint8Array, merchantId: string): ListedAffiliate[] {
  const [head, ...rows] = parseList(file)
  if (head === undefined) throw malformed('The file', 'is empty')
  if (rows.length > MAX_LISTED)
    throw malformed('The file', `has more than ${MAX_LISTED} affiliates; split it`)
  const columns = findColumns(head.cells)
  return flagRepeated(rows.map((row) => readRow(row, columns, merchantId)))
}

function readRow(
  { number, cells }: ListRow,
  columns: readonly ListColumn[],
  merchantId: string,
): ListedAffiliate {
  const given = new Map(columns.map(({ field, at }) => [field, cells[at] ?? '']))
  const checked = postedAffiliate.safeParse({
    ...Object.fromEntries(given),
    approved: readApproval(given),
  })
  if (checked.success) {
    const affiliate = fromPosted(checked.data, { merchantId, eventName: 'affiliate-list' })
    return { row: number, kind: 'read', affiliate }
  }
  const faults = checked.error.issues.map(({ path, message }) => {
    const column = columns.find(({ field }) => field === path[0])
    return `${shorten(column?.title ?? String(path[0]))} ${message}`
  })
  return { row: number, kind: 'faulty', faults }
}

/** The words for yes and no, and the statuses of UltraCart's records; any other word stays, to be complained about. */
function readApproval(given: ReadonlyMap<ListField, string>): boolean | string {
  const word = (given.get('approved') ?? '').toLowerCase()
  if (NOT_APPROVED.has(word)) return false
  if (!APPROVED.has(word)) return word
  return !APPROVED.has((given.get('terminatedForSpam') ?? '').toLowerCase())
}

const APPROVED: ReadonlySet<string> = new Set([
  ...['true', 'yes', 'y', 't', '1', 'x', 'on'],
  ...['active', 'approved'],
])
const NOT_APPROVED: ReadonlySet<string> = new Set([
  ...['false', 'no', 'n', 'f', '0', 'off'],
  ...['inactive', 'pending', 'rejected', 'not approved', 'declined', 'terminated'],
])

/** Of two rows about one affiliate nobody can say which counts. */
function flagRepeated(rows: readonly ListedAffiliate[]): ListedAffiliate[] {
  const firstRows = new Map<number, number>()
  return rows.map((listed) => {
    if (listed.kind === 'faulty') return listed
    const { affiliateId } = listed.affiliate
    const first = firstRows.get(affiliateId)
    if (first === undefined) firstRows.set(affiliateId, listed.row)
    return first === undefined
      ? listed
      : {
          row: listed.row,
          kind: 'faulty',
          faults: [`${affiliateId} stands in row ${first} already`],
        }
  })
}
