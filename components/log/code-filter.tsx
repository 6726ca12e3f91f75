'use client'

import { later } from '../later.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { LogSearchControl } from './use-log-search.ts'

const TEXTS = FILTER_TEXTS.codeFilter

const CodeChoice = later(() => import('./code-choice.tsx').then((file) => file.CodeChoice))

/** By the response code of ONTRAPORT's answer. */
export function CodeFilter({ search, change }: LogSearchControl) {
  return (
    <FilterMenu
      label={TEXTS.code}
      chosen={search.code === 'none' ? TEXTS.noAnswer : search.code}
      preload={CodeChoice.preload}
      renderChoices={(place) => <CodeChoice {...{ place, search, change }} />}
    />
  )
}
