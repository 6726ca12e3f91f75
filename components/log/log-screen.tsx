'use client'

import { Box, Button, Group, Paper, Text, VisuallyHidden } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTransition } from 'react'
import type { TransmissionPage } from '#lib/domain/transmission.ts'
import { HelpNote } from '../help/help-note.tsx'
import { LogActionsMenu } from '../log-actions/log-actions-menu.tsx'
import { useNavigation } from '../navigation.tsx'
import { PageHeader } from '../page-header.tsx'
import { nameZone } from '../time/format-moment.ts'
import { useTimeZone } from '../time/time-zone.tsx'
import { TransmissionTable } from '../transmission-table/transmission-table.tsx'
import { FilterBar } from './filter-bar.tsx'
import { LogEmpty } from './log-empty.tsx'
import { countFilters } from './log-filter.ts'
import { LogPages } from './log-pages.tsx'
import classes from './log-screen.module.css'
import { logPath, queryOf } from './log-search-params.ts'
import { useLogSearch } from './use-log-search.ts'

type LogScreenProps = { page: TransmissionPage; canEdit: boolean }

export function LogScreen({ page, canEdit }: LogScreenProps) {
  const control = useLogSearch()
  const timeZone = useTimeZone()
  const { search, isLoading } = control
  const { transmissions, nextCursor } = page
  const further = nextCursor === null ? null : logPath({ ...search, cursor: nextCursor })
  return (
    <>
      <PageHeader
        title="Log"
        description="Every message to ONTRAPORT, and every order for which none was sent, with the reason."
        action={
          <Group gap="xs">
            <LogActionsMenu query={queryOf(search)} canEdit={canEdit} />
            <RefreshButton />
          </Group>
        }
      />
      <FilterBar control={control} />
      <VisuallyHidden role="status">
        {isLoading ? 'Loading' : `${transmissions.length} transmissions shown`}
      </VisuallyHidden>
      {search.status?.includes('held') && (
        <Box mb="md">
          <HelpNote topic="no-customer-data" />
        </Box>
      )}
      <Paper className={classes.paper}>
        {transmissions.length === 0 ? (
          <LogEmpty
            hasFilters={countFilters(search) > 0 || search.cursor !== null}
            furtherPath={further}
            onClear={control.clear}
          />
        ) : (
          <TransmissionTable
            caption="Transmissions, newest first"
            transmissions={transmissions}
            isLoading={isLoading}
          />
        )}
      </Paper>
      <Group justify="space-between" mt="md" gap="sm">
        <Text size="sm" c="dimmed">
          Times are {nameZone(timeZone)}.
        </Text>
        <LogPages search={search} nextCursor={nextCursor} />
      </Group>
    </>
  )
}

function RefreshButton() {
  const { refresh } = useNavigation()
  const [isLoading, startTransition] = useTransition()
  return (
    <Button
      variant="default"
      loading={isLoading}
      leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
      onClick={() => startTransition(refresh)}
    >
      Refresh
    </Button>
  )
}
