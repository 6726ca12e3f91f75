import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { ReconcileScreen } from '#components/reconcile/reconcile-screen.tsx'
import { PAGE_TITLES } from '#components/texts/app.ts'
import { TimeZoneProvider } from '#components/time/time-zone.tsx'
import { requireAccess } from '#lib/auth.ts'
import { listReconciledOrders } from '#lib/services/list-reconciled-orders.ts'
import { reconcileOrders } from '#lib/services/reconcile-orders.ts'
import { readReconcileSearch } from './read-reconcile-search.ts'

export const metadata: Metadata = { title: PAGE_TITLES.reconcile }

const PAGE_SIZE = 50

type ReconcilePageProps = { searchParams: Promise<SearchParams> }

export default async function ReconcilePage({ searchParams }: ReconcilePageProps) {
  const access = await requireAccess()
  const { search, days, period, timeZone } = await readReconcileSearch(access, searchParams)
  const { show, currency, cursor } = search
  const [reconciliation, page] = await Promise.all([
    reconcileOrders(access, period),
    listReconciledOrders(access, { ...period, show, currency, cursor, limit: PAGE_SIZE }),
  ])
  const { currencies, logBeginsAt } = reconciliation
  return (
    <TimeZoneProvider timeZone={timeZone}>
      <ReconcileScreen days={days} currencies={currencies} logBeginsAt={logBeginsAt} page={page} />
    </TimeZoneProvider>
  )
}
