import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { TRANSMISSION_STATUSES, TRANSMISSION_TYPES } from '#lib/domain/transmission.ts'
import { DAY_PATTERN, parseAsPattern } from '../parse-as-pattern.ts'

export const TIME_RANGES = ['today', '7d', '30d', 'custom'] as const
export type TimeRange = (typeof TIME_RANGES)[number]

export const CODE_PATTERN = /^[1-5](\d\d|xx)$/i

/** The filters of the log as they stand in the address, so that a view can be bookmarked and shared. */
export const logSearchParams = {
  q: parseAsString,
  status: parseAsArrayOf(parseAsStringLiteral(TRANSMISSION_STATUSES)),
  type: parseAsStringLiteral(TRANSMISSION_TYPES),
  code: parseAsPattern(CODE_PATTERN),
  range: parseAsStringLiteral(TIME_RANGES),
  /** Days of the merchant's zone, both inclusive; they count with `range=custom`. */
  from: parseAsPattern(DAY_PATTERN),
  to: parseAsPattern(DAY_PATTERN),
  reference: parseAsString,
  cursor: parseAsString,
}

export type LogSearch = inferParserType<typeof logSearchParams>

export const loadLogSearch = createLoader(logSearchParams)

const serialize = createSerializer(logSearchParams)

/** The address of a view of the log. */
export function logPath(search: Partial<LogSearch>): string {
  return serialize('/log', search)
}

/** The filters alone, such as `?status=failed`; empty when none is set. */
export function queryOf(search: Partial<LogSearch>): string {
  return serialize({ ...search, cursor: null })
}
