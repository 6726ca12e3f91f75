'use client'

import type { TransmissionStatus } from '#lib/domain/transmission.ts'
import { later } from '../later.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { STATUS_WORDS } from '../texts/words.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { LogSearchControl } from './use-log-search.ts'

const StatusChoice = later(() => import('./status-choice.tsx').then((file) => file.StatusChoice))

export function StatusFilter({ search, change }: LogSearchControl) {
  return (
    <FilterMenu
      id="status"
      hint="f"
      label={FILTER_TEXTS.statusFilter.status}
      chosen={summarize(search.status ?? [])}
      preload={StatusChoice.preload}
      renderChoices={(place) => <StatusChoice {...{ place, search, change }} />}
    />
  )
}

function summarize(chosen: TransmissionStatus[]): string | null {
  const [first, ...others] = chosen
  if (first === undefined) return null
  const label = STATUS_WORDS[first].label
  return others.length === 0 ? label : `${label} +${others.length}`
}
