'use client'

import { Button, Group } from '@mantine/core'
import { IconChevronRight, IconChevronsLeft } from '@tabler/icons-react'
import type { TransmissionPage } from '#lib/domain/transmission.ts'
import { Link } from '../navigation.tsx'
import { LOG_TEXTS } from '../texts/log.ts'
import { type LogSearch, logPath } from './log-search-params.ts'

const TEXTS = LOG_TEXTS.logPages

type LogPagesProps = {
  search: LogSearch
  page: Pick<TransmissionPage, 'nextCursor' | 'searchedBackTo'>
}

/** Leads to the newest rows and to older ones. */
export function LogPages({ search, page: { nextCursor, searchedBackTo } }: LogPagesProps) {
  if (search.cursor === null && nextCursor === null) return null
  return (
    <Group component="nav" gap="xs" aria-label={TEXTS.pagesOfTheLog}>
      {search.cursor !== null && (
        <Button
          component={Link}
          href={logPath({ ...search, cursor: null })}
          variant="default"
          size="sm"
          leftSection={<IconChevronsLeft size={16} stroke={1.8} aria-hidden />}
        >
          {TEXTS.newest}
        </Button>
      )}
      {nextCursor !== null && (
        <Button
          component={Link}
          href={logPath({ ...search, cursor: nextCursor })}
          variant="default"
          size="sm"
          rightSection={<IconChevronRight size={16} stroke={1.8} aria-hidden />}
        >
          {searchedBackTo === null ? TEXTS.older : TEXTS.searchFurtherBack}
        </Button>
      )}
    </Group>
  )
}
