'use client'

import { later } from '../later.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { formatMoment } from '../time/format-moment.ts'
import { FilterMenu } from './filter-menu.tsx'
import { toPeriod } from './log-period.ts'
import type { LogSearch } from './log-search-params.ts'
import { RANGE_WORDS } from './range-words.ts'
import type { LogSearchControl } from './use-log-search.ts'

const TEXTS = FILTER_TEXTS.timeFilter

const TimeChoice = later(() => import('./time-choice.tsx').then((file) => file.TimeChoice))

type TimeFilterProps = LogSearchControl & { timeZone: string }

/** Always in the merchant's zone, whichever the times in the rows are shown in. */
export function TimeFilter({ search, change, timeZone }: TimeFilterProps) {
  return (
    <FilterMenu
      id="time"
      hint="t"
      label={TEXTS.time}
      chosen={summarize(search, timeZone)}
      preload={TimeChoice.preload}
      renderChoices={(place) => <TimeChoice {...{ place, search, change, timeZone }} />}
    />
  )
}

function summarize(search: LogSearch, timeZone: string): string | null {
  const { range, from, to } = search
  if (range === null) return null
  if (range !== 'custom') return RANGE_WORDS[range]
  if (from === null && to === null) return TEXTS.choose
  const period = toPeriod(search, { now: new Date(0), timeZone })
  return TEXTS.fromTo(edge(period.from, timeZone) ?? '…', edge(period.to, timeZone) ?? TEXTS.now)
}

function edge(iso: string | undefined, timeZone: string): string | undefined {
  return iso === undefined ? undefined : formatMoment(iso, timeZone, 'short')
}
