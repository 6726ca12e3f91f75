'use client'

import { Box } from '@mantine/core'
import type { LogView } from '#lib/domain/log-view.ts'
import type { ReasonGroup } from '#lib/domain/reason-group.ts'
import type { TransmissionPage } from '#lib/domain/transmission.ts'
import type { DeedResult } from '../deed-result.ts'
import type { ChartFigures } from '../log-chart/figures-section.tsx'
import { PartFault } from '../part-fault.tsx'
import { LOG_TEXTS } from '../texts/log.ts'
import { TimeZoneProvider, useTimeZone } from '../time/time-zone.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { LogDeeds } from './log-deeds.ts'
import { LogHeader } from './log-header.tsx'
import { LogList } from './log-list.tsx'
import type { LogPreferences } from './log-preferences.ts'
import classes from './log-screen.module.css'
import { queryOf } from './log-search-params.ts'
import { SummarySection } from './summary-section.tsx'
import { TableMenu } from './table-menu.tsx'
import { useLogPreferences } from './use-log-preferences.ts'
import { useLogSearch } from './use-log-search.ts'
import { ViewBar } from './view-bar.tsx'

const TEXTS = LOG_TEXTS.logScreen

export type LogScreenProps = {
  page: DeedResult<TransmissionPage>
  /** When the page was read; ISO 8601. */
  loadedAt: string
  pageSize: number
  chart: DeedResult<ChartFigures>
  reasons: DeedResult<ReasonGroup[]>
  views: DeedResult<LogView[]>
  preferences: LogPreferences
  canEdit: boolean
  deeds: LogDeeds
}

/** The log: views, what stands out, filters, rows, and one row beside them. A part that could not be loaded leaves the others. */
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
      <ViewBar
        search={control.search}
        views={views.kind === 'done' ? views.value : []}
        canEdit={canEdit}
        deeds={deeds.views}
      />
      {views.kind === 'refused' && (
        <Box mb="md">
          <PartFault title={TEXTS.title} fault={views.reason} />
        </Box>
      )}
      {preferences.areFiguresShown && (
        <SummarySection chart={chart} reasons={reasons} control={control} canEdit={canEdit} />
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
      {page.kind === 'done' ? (
        <LogList
          page={page.value}
          loadedAt={props.loadedAt}
          control={control}
          preferences={preferences}
          toggleUtc={() => prefer({ isUtc: !preferences.isUtc })}
          canEdit={canEdit}
          deeds={deeds}
        />
      ) : (
        <PartFault title={TEXTS.theRowsCouldNot} fault={page.reason} />
      )}
    </TimeZoneProvider>
  )
}
