'use client'

import { later } from '../later.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { TYPE_WORDS } from '../texts/words.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { LogSearchControl } from './use-log-search.ts'

const TypeChoice = later(() => import('./type-choice.tsx').then((file) => file.TypeChoice))

export function TypeFilter({ search, change }: LogSearchControl) {
  return (
    <FilterMenu
      label={FILTER_TEXTS.typeFilter.type}
      chosen={search.type === null ? null : TYPE_WORDS[search.type]}
      preload={TypeChoice.preload}
      renderChoices={(place) => <TypeChoice {...{ place, search, change }} />}
    />
  )
}
