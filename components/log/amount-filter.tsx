'use client'

import { later } from '../later.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { LogSearch } from './log-search-params.ts'
import type { LogSearchControl } from './use-log-search.ts'

const TEXTS = FILTER_TEXTS.amountFilter

const AmountChoice = later(() => import('./amount-choice.tsx').then((file) => file.AmountChoice))

/** By the amount of an order or refund. */
export function AmountFilter({ search, change }: LogSearchControl) {
  return (
    <FilterMenu
      label={TEXTS.amount}
      chosen={summarize(search)}
      preload={AmountChoice.preload}
      renderChoices={(place) => <AmountChoice {...{ place, search, change }} />}
    />
  )
}

function summarize({ min, max }: LogSearch): string | null {
  if (min === null && max === null) return null
  if (min === max) return min
  if (min === null) return TEXTS.upTo(max ?? '')
  return max === null ? TEXTS.fromAmount(min) : TEXTS.amountToAmount(min, max)
}
