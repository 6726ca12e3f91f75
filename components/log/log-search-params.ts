import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { DECIMAL_AMOUNT } from '#lib/domain/money.ts'
import {
  REASON_CODES,
  TRANSMISSION_STATUSES,
  TRANSMISSION_TYPES,
} from '#lib/domain/transmission.ts'
import { parseAsPattern } from '../parse-as-pattern.ts'

export const TIME_RANGES = [
  '1h',
  '24h',
  'today',
  'yesterday',
  '7d',
  '30d',
  '90d',
  'custom',
] as const
export type TimeRange = (typeof TIME_RANGES)[number]

export const PAGE_SIZES = [50, 200, 1_000] as const

export const CODE_PATTERN = /^([1-5](\d\d|xx)|none)$/i
const MOMENT_PATTERN = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\dZ?)?$/

/** The filters of the log as they stand in the address, so that a view can be bookmarked and shared. */
export const logSearchParams = {
  q: parseAsString,
  status: parseAsArrayOf(parseAsStringLiteral(TRANSMISSION_STATUSES)),
  type: parseAsStringLiteral(TRANSMISSION_TYPES),
  code: parseAsPattern(CODE_PATTERN),
  reason: parseAsArrayOf(parseAsStringLiteral(REASON_CODES)),
  /** The whole sentence of a reason. */
  says: parseAsString,
  /** Amounts as people write them, both inclusive. */
  min: parseAsPattern(DECIMAL_AMOUNT),
  max: parseAsPattern(DECIMAL_AMOUNT),
  range: parseAsStringLiteral(TIME_RANGES),
  /**
   * They count with `range=custom`: a day or a minute of the merchant's zone, or
   * with a `Z` a minute in UTC. A last day is included to its end.
   */
  from: parseAsPattern(MOMENT_PATTERN),
  to: parseAsPattern(MOMENT_PATTERN),
  reference: parseAsString,
  email: parseAsString,
  size: parseAsNumberLiteral(PAGE_SIZES),
  cursor: parseAsString,
}

export type LogSearch = inferParserType<typeof logSearchParams>

export const NO_SEARCH: LogSearch = {
  q: null,
  status: null,
  type: null,
  code: null,
  reason: null,
  says: null,
  min: null,
  max: null,
  range: null,
  from: null,
  to: null,
  reference: null,
  email: null,
  size: null,
  cursor: null,
}

export const loadLogSearch = createLoader(logSearchParams)

const serialize = createSerializer(logSearchParams)

/** The address of a view of the log. */
export function logPath(search: Partial<LogSearch>): string {
  return serialize('/log', search)
}

/** The filters alone, such as `?status=failed`; empty when none is set. */
export function queryOf(search: Partial<LogSearch>): string {
  return serialize({ ...search, cursor: null, size: null })
}

/** The same without the question mark, as a saved view keeps them. */
export function filtersOf(search: LogSearch): string {
  return queryOf(search).slice(1)
}
