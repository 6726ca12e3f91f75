'use client'

import { later } from '../later.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { TextFilterProps } from './text-choice.tsx'
import type { LogSearchControl } from './use-log-search.ts'

const TEXTS = FILTER_TEXTS.textFilter

const TextChoice = later(() => import('./text-choice.tsx').then((file) => file.TextChoice))

function TextFilter(props: TextFilterProps) {
  return (
    <FilterMenu
      label={props.label}
      chosen={props.value}
      preload={TextChoice.preload}
      renderChoices={(place) => <TextChoice place={place} {...props} />}
    />
  )
}

/** Everything of one order or one auto order. */
export function ReferenceFilter({ search, change }: LogSearchControl) {
  return (
    <TextFilter
      label={TEXTS.reference}
      fieldLabel={TEXTS.orderIdOrAuto}
      description={TEXTS.description}
      value={search.reference}
      onApply={(reference) => change({ reference })}
    />
  )
}

/** Everything of one buyer. */
export function EmailFilter({ search, change }: LogSearchControl) {
  return (
    <TextFilter
      label={TEXTS.email}
      fieldLabel={TEXTS.emailOfTheBuyer}
      description={TEXTS.theWholeAddressCapitals}
      value={search.email}
      onApply={(email) => change({ email })}
    />
  )
}
