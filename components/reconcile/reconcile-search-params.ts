import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { ORDER_SELECTIONS } from '#lib/domain/reconcile-causes.ts'
import { DAY_PATTERN, parseAsPattern } from '../parse-as-pattern.ts'

export const PERIODS = ['this-month', 'last-month', '7d', '30d', 'custom'] as const
export type PeriodName = (typeof PERIODS)[number]

/** What the reconcile page shows, as it stands in the address. */
export const reconcileSearchParams = {
  period: parseAsStringLiteral(PERIODS).withDefault('this-month'),
  /** Days of the merchant's zone, both inclusive; they count with `period=custom`. */
  from: parseAsPattern(DAY_PATTERN),
  to: parseAsPattern(DAY_PATTERN),
  /** Which orders are listed below, and of which currency. */
  show: parseAsStringLiteral(ORDER_SELECTIONS),
  currency: parseAsPattern(/^[A-Z]{3}$/),
  cursor: parseAsString,
}

export type ReconcileSearch = inferParserType<typeof reconcileSearchParams>

export const loadReconcileSearch = createLoader(reconcileSearchParams)

const serialize = createSerializer(reconcileSearchParams)

/** The address of a view of the reconcile page. */
export function reconcilePath(search: Partial<ReconcileSearch>): string {
  return serialize('/reconcile', search)
}

/** The address of the same orders as a file. */
export function reconcileFilePath(search: ReconcileSearch): string {
  return serialize('/reconcile/download', { ...search, cursor: null })
}
