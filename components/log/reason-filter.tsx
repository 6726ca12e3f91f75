'use client'

import { later } from '../later.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { REASON_LABELS } from '../texts/reason-words.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { LogSearch } from './log-search-params.ts'
import type { LogSearchControl } from './use-log-search.ts'

const ReasonChoice = later(() => import('./reason-choice.tsx').then((file) => file.ReasonChoice))

/** By why something waits, failed or was left out. */
export function ReasonFilter({ search, change }: LogSearchControl) {
  return (
    <FilterMenu
      label={FILTER_TEXTS.reasonFilter.reason}
      chosen={summarize(search)}
      preload={ReasonChoice.preload}
      renderChoices={(place) => <ReasonChoice {...{ place, search, change }} />}
    />
  )
}

function summarize({ reason, says }: LogSearch): string | null {
  if (says !== null) return says
  const [first, ...others] = reason ?? []
  if (first === undefined) return null
  const label = REASON_LABELS[first]
  return others.length === 0 ? label : `${label} +${others.length}`
}
