'use client'

import type { ReactNode } from 'react'
import { DropDownPanel } from '../drop-down/drop-down-panel.tsx'
import type { DropDownPlace } from '../drop-down/use-drop-down.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import classes from './filter-menu.module.css'
import type { LogSearchControl } from './use-log-search.ts'

/** What the choices of a filter need. */
export type FilterChoiceProps = Pick<LogSearchControl, 'search' | 'change'> & {
  place: DropDownPlace
}

/** Applies what was typed and closes the panel: its form begins anew, and the focus would be lost with it. */
export function applying({ place, change }: Pick<FilterChoiceProps, 'place' | 'change'>) {
  return (changes: Parameters<typeof change>[0]) => {
    place.onChange(false)
    return change(changes)
  }
}

type FilterPanelProps = { place: DropDownPlace; label: string; width: number; children: ReactNode }

export function FilterPanel({ place, label, width, children }: FilterPanelProps) {
  return (
    <DropDownPanel
      place={place}
      position="bottom-start"
      width={width}
      className={classes.dropdown}
      label={FILTER_TEXTS.filterMenu.filterBy(label.toLowerCase())}
    >
      {children}
    </DropDownPanel>
  )
}
