'use client'

import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { SearchBox } from '../search-box.tsx'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { AmountFilter } from './amount-filter.tsx'
import { CodeFilter } from './code-filter.tsx'
import classes from './filter-bar.module.css'
import { countFilters } from './log-filter.ts'
import { ReasonFilter } from './reason-filter.tsx'
import { StatusFilter } from './status-filter.tsx'
import { EmailFilter, ReferenceFilter } from './text-filter.tsx'
import { TimeFilter } from './time-filter.tsx'
import { TypeFilter } from './type-filter.tsx'
import type { LogSearchControl } from './use-log-search.ts'

const TEXTS = FILTER_TEXTS.filterBar

type FilterBarProps = {
  control: LogSearchControl
  /** The merchant's own. */
  timeZone: string
}

export function FilterBar({ control, timeZone }: FilterBarProps) {
  const count = countFilters(control.search)
  return (
    <search className={classes.bar}>
      <div className={classes.search}>
        <SearchBox
          label={TEXTS.searchTheLog}
          placeholder={TEXTS.placeholder}
          value={control.search.q ?? ''}
          onSearch={control.type}
        />
      </div>
      <StatusFilter {...control} />
      <TypeFilter {...control} />
      <TimeFilter {...control} timeZone={timeZone} />
      <ReasonFilter {...control} />
      <CodeFilter {...control} />
      <AmountFilter {...control} />
      <ReferenceFilter {...control} />
      <EmailFilter {...control} />
      {count > 0 && (
        <Button
          variant="subtle"
          size="sm"
          px="sm"
          leftSection={<IconX size={15} stroke={1.8} aria-hidden />}
          onClick={control.clear}
        >
          {TEXTS.clear(count)}
        </Button>
      )}
    </search>
  )
}
