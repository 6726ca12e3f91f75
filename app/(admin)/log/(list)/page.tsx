import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { toTransmissionFilter } from '#components/log/log-filter.ts'
import { LogScreen } from '#components/log/log-screen.tsx'
import { loadLogSearch } from '#components/log/log-search-params.ts'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { listTransmissions } from '#lib/services/list-transmissions.ts'

export const metadata: Metadata = { title: 'Log' }

const PAGE_SIZE = 50

export default async function LogPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const access = await requireAccess()
  const search = await loadLogSearch(searchParams)
  const { timeZone } = await getConnection(access)
  const filter = toTransmissionFilter(search, { now: new Date(), timeZone })
  const page = await listTransmissions(access, filter, { limit: PAGE_SIZE, cursor: search.cursor })
  return <LogScreen page={page} canEdit={canDo(access.role, 'edit')} />
}
