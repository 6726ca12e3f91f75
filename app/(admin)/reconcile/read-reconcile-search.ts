import type { SearchParams } from 'nuqs/server'
import {
  loadReconcileSearch,
  type ReconcileSearch,
} from '#components/reconcile/reconcile-search-params.ts'
import { type Days, toDays, toPeriod } from '#components/reconcile/to-period.ts'
import type { Access } from '#lib/domain/access.ts'
import { getConnection } from '#lib/services/get-connection.ts'

export type AskedPeriod = {
  search: ReconcileSearch
  days: Days
  period: { from: Date; to: Date }
  /** The merchant's. */
  timeZone: string
}

/** What an address asks for, in the merchant's zone, whoever looks: the totals to compare with go by it. */
export async function readReconcileSearch(
  access: Access,
  params: Promise<SearchParams> | Request,
): Promise<AskedPeriod> {
  const search = loadReconcileSearch(params instanceof Request ? params : await params)
  const { timeZone } = await getConnection(access)
  const days = toDays(search, { now: new Date(), timeZone })
  return { search, days, period: toPeriod(days, timeZone), timeZone }
}
