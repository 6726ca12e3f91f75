'use client'

import { Anchor, Box, Group, Paper, Text, VisuallyHidden } from '@mantine/core'
import { Suspense, useEffect, useTransition } from 'react'
import type { TransmissionPage, TransmissionRow } from '#lib/domain/transmission.ts'
import { HelpLater } from '../help/help-later.tsx'
import { later } from '../later.ts'
import { useNavigation } from '../navigation.tsx'
import { LOG_TEXTS } from '../texts/log.ts'
import { nameZone } from '../time/format-moment.ts'
import { useTimeZone } from '../time/time-zone.tsx'
import { ChooseRowProvider } from '../transmission-table/choose-row.tsx'
import { TransmissionTable } from '../transmission-table/transmission-table.tsx'
import { Worded } from '../worded.tsx'
import { KeyboardSheet } from './keyboard-sheet.tsx'
import type { LogDeeds } from './log-deeds.ts'
import { LogEmpty } from './log-empty.tsx'
import { countFilters } from './log-filter.ts'
import { LogPages } from './log-pages.tsx'
import type { LogPreferences } from './log-preferences.ts'
import classes from './log-screen.module.css'
import { logPath } from './log-search-params.ts'
import { NewRowsPill } from './new-rows-pill.tsx'
import { SearchedBack } from './searched-back.tsx'
import { useLiveTail } from './use-live-tail.ts'
import type { LogSearchControl } from './use-log-search.ts'
import { useLogShortcuts } from './use-log-shortcuts.ts'
import { usePeek } from './use-peek.ts'

const TEXTS = LOG_TEXTS.logList

const PeekDrawer = later(() => import('./peek-drawer.tsx').then((file) => file.PeekDrawer))

type LogListProps = {
  page: TransmissionPage
  /** When the page was read; ISO 8601. */
  loadedAt: string
  control: LogSearchControl
  preferences: LogPreferences
  toggleUtc: () => void
  canEdit: boolean
  deeds: LogDeeds
}

/** The rows, what keys do with them, and the one that is looked at. */
export function LogList(props: LogListProps) {
  const { page, control, preferences, toggleUtc, canEdit, deeds } = props
  const { search, isLoading } = control
  const { refresh } = useNavigation()
  const [isRefreshing, startTransition] = useTransition()
  const timeZone = useTimeZone()
  const peek = usePeek()
  const tail = useLiveTail({
    isOn: preferences.isLive,
    search,
    rows: page.transmissions,
    loadedAt: props.loadedAt,
    watch: deeds.watch,
  })
  const showNew = () => startTransition(refresh)
  // Where there are no rows none can move under the pointer, so the first ones show themselves.
  const areFirst = tail.rows.length === 0 && tail.newCount > 0
  useEffect(() => {
    if (areFirst) startTransition(refresh)
  }, [areFirst, refresh])
  const keys = useLogShortcuts({ rows: tail.rows, peek, timeZone, showNew, toggleUtc })
  return (
    <>
      <VisuallyHidden role="status">
        {isLoading ? TEXTS.loading : TEXTS.transmissionsShown(tail.rows.length)}
      </VisuallyHidden>
      {search.status?.includes('held') && (
        <Box mb="md">
          <HelpLater topic="no-customer-data" />
        </Box>
      )}
      <NewRowsPill count={tail.newCount} isLoading={isRefreshing} onShow={showNew} />
      <Paper className={classes.paper}>
        <ChooseRowProvider choose={keys.open}>
          <Rows
            rows={tail.rows}
            page={page}
            control={control}
            preferences={preferences}
            activeId={keys.active?.id ?? null}
          />
        </ChooseRowProvider>
      </Paper>
      {page.searchedBackTo !== null && tail.rows.length > 0 && (
        <SearchedBack at={page.searchedBackTo} />
      )}
      <Group justify="space-between" mt="md" gap="sm">
        <Text size="sm" c="dimmed">
          <Worded
            text={TEXTS.timesAre}
            parts={{
              timeZone: nameZone(timeZone),
              anchor: (
                <Anchor
                  component="button"
                  type="button"
                  inherit
                  onClick={() => keys.setSheetOpen(true)}
                >
                  {TEXTS.keysOfTheLog}
                </Anchor>
              ),
            }}
          />
        </Text>
        <LogPages search={search} page={page} />
      </Group>
      <KeyboardSheet isOpen={keys.isSheetOpen} onClose={() => keys.setSheetOpen(false)} />
      {peek.peekId !== null && (
        <Suspense>
          <PeekDrawer
            id={peek.peekId}
            canEdit={canEdit}
            deeds={deeds.peek}
            isResendWished={keys.isResendWished}
            onResendAsked={() => keys.setResendWished(false)}
            onStep={keys.step}
            onClose={keys.close}
          />
        </Suspense>
      )}
    </>
  )
}

type RowsProps = Pick<LogListProps, 'control' | 'preferences'> & {
  rows: TransmissionRow[]
  page: TransmissionPage
  activeId: string | null
}

function Rows({ rows, page, control, preferences, activeId }: RowsProps) {
  const { search, isLoading, clear } = control
  const { nextCursor, searchedBackTo } = page
  if (rows.length > 0)
    return (
      <TransmissionTable
        caption={TEXTS.transmissionsNewestFirst}
        transmissions={rows}
        isLoading={isLoading}
        hiddenColumns={preferences.hiddenColumns}
        isDense={preferences.isDense}
        activeId={activeId}
      />
    )
  return (
    <LogEmpty
      hasFilters={countFilters(search) > 0 || search.cursor !== null}
      searchedBackTo={searchedBackTo}
      furtherPath={nextCursor === null ? null : logPath({ ...search, cursor: nextCursor })}
      onClear={clear}
    />
  )
}
