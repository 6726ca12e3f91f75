import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import type { SearchParams } from 'nuqs/server'
import { close, loadToday, resend } from '#app/(admin)/log/[id]/actions.ts'
import { loadPart } from '#app/load-part.ts'
import { toTransmissionFilter } from '#components/log/log-filter.ts'
import { PREFERENCES_COOKIE, readPreferences } from '#components/log/log-preferences.ts'
import { LogScreen } from '#components/log/log-screen.tsx'
import { type LogSearch, loadLogSearch, PAGE_SIZES } from '#components/log/log-search-params.ts'
import { toChartEdges } from '#components/log-chart/chart-edges.ts'
import type { ChartFigures } from '#components/log-chart/figures-section.tsx'
import { PAGE_TITLES } from '#components/texts/app.ts'
import { requireAccess, requireViewer } from '#lib/auth.ts'
import { type Access, canDo } from '#lib/domain/access.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { getLogFigures } from '#lib/services/get-log-figures.ts'
import { listLogViews } from '#lib/services/list-log-views.ts'
import { listReasonGroups } from '#lib/services/list-reason-groups.ts'
import { listTransmissions } from '#lib/services/list-transmissions.ts'
import { changeView, loadTransmission, saveView, watchLog } from './actions.ts'

export const metadata: Metadata = { title: PAGE_TITLES.log }

const deeds = {
  views: { save: saveView, change: changeView },
  peek: { load: loadTransmission, resend, close, loadToday },
  watch: watchLog,
}

export default async function LogPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const access = await requireAccess()
  const search = await loadLogSearch(searchParams)
  const { timeZone } = await requireViewer()
  const { timeZone: storeZone, isSandbox } = await getConnection(access)
  const clock = { now: new Date(), timeZone: timeZone ?? storeZone }
  const pageSize = search.size ?? PAGE_SIZES[0]
  const filter = toTransmissionFilter(search, clock)
  const [page, chart, reasons, views] = await Promise.all([
    loadPart('rows', () =>
      listTransmissions(access, filter, { limit: pageSize, cursor: search.cursor }),
    ),
    loadPart('chart', () => loadChart(access, { search, clock, isSandbox })),
    loadPart('reasons', () => listReasonGroups(access, { isSandbox })),
    loadPart('views', () => listLogViews(access)),
  ])
  return (
    <LogScreen
      page={page}
      loadedAt={clock.now.toISOString()}
      pageSize={pageSize}
      chart={chart}
      reasons={reasons}
      views={views}
      preferences={readPreferences((await cookies()).get(PREFERENCES_COOKIE)?.value)}
      canEdit={canDo(access.role, 'edit')}
      deeds={deeds}
    />
  )
}

type ChartWish = {
  search: LogSearch
  clock: { now: Date; timeZone: string }
  isSandbox: boolean
}

async function loadChart(
  access: Access,
  { search, clock, isSandbox }: ChartWish,
): Promise<ChartFigures> {
  const { edges, unit } = toChartEdges(search, clock)
  const figures = await getLogFigures(access, {
    isSandbox,
    edges,
    type: search.type,
    statuses: search.status ?? [],
  })
  return { figures, edges, unit, isSandbox }
}
