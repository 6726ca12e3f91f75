'use client'

import type { LogView } from '#lib/domain/log-view.ts'
import type { ReasonGroup } from '#lib/domain/reason-group.ts'
import type { TransmissionPage } from '#lib/domain/transmission.ts'
import { type ChartFigures, FiguresSection } from '../log-chart/figures-section.tsx'
import { ReasonSection } from '../reasons/reason-section.tsx'
import { TimeZoneProvider, useTimeZone } from '../time/time-zone.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { LogDeeds } from './log-deeds.ts'
import { LogHeader } from './log-header.tsx'
import { LogList } from './log-list.tsx'
import type { LogPreferences } from './log-preferences.ts'
import classes from './log-screen.module.css'
import { queryOf } from './log-search-params.ts'
import { TableMenu } from './table-menu.tsx'
import { useLogPreferences } from './use-log-preferences.ts'
import { useLogSearch } from './use-log-search.ts'
import { ViewBar } from './view-bar.tsx'

export type LogScreenProps = {
  page: TransmissionPage
  pageSize: number
  chart: ChartFigures
  reasons: ReasonGroup[]
  views: LogView[]
  preferences: LogPreferences
  canEdit: boolean
  deeds: LogDeeds
}

/** The log: views, what stands out, filters, rows, and one row beside them. */
export function LogScreen(props: LogScreenProps) {
  const { page, chart, reasons, views, canEdit, deeds } = props
  const control = useLogSearch()
  const { preferences, prefer } = useLogPreferences(props.preferences)
  const merchantZone = useTimeZone()
  return (
    <TimeZoneProvider timeZone={preferences.isUtc ? 'UTC' : merchantZone}>
      <LogHeader
        query={queryOf(control.search)}
        canEdit={canEdit}
        isLive={preferences.isLive}
        onLive={(isLive) => prefer({ isLive })}
      />
      <ViewBar search={control.search} views={views} canEdit={canEdit} deeds={deeds.views} />
      {preferences.areFiguresShown && (
        <div className={classes.summary}>
          <FiguresSection {...chart} control={control} />
          <ReasonSection groups={reasons} />
        </div>
      )}
      <div className={classes.tools}>
        <FilterBar control={control} timeZone={merchantZone} />
        <TableMenu
          preferences={preferences}
          prefer={prefer}
          pageSize={props.pageSize}
          onPageSize={(size) => control.change({ size })}
        />
      </div>
      <LogList
        page={page}
        control={control}
        preferences={preferences}
        toggleUtc={() => prefer({ isUtc: !preferences.isUtc })}
        canEdit={canEdit}
        deeds={deeds}
      />
    </TimeZoneProvider>
  )
}
