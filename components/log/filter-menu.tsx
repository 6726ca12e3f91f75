'use client'

import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, Suspense } from 'react'
import { type DropDownPlace, useDropDown } from '../drop-down/use-drop-down.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import classes from './filter-menu.module.css'

const TEXTS = FILTER_TEXTS.filterMenu

type FilterMenuProps = {
  /** Names the button for keys that lead to it. */
  id?: string
  label: string
  /** What is chosen, in few words; `null` when the filter lets all through. */
  chosen: string | null
  /** The key that leads here. */
  hint?: string
  /** Fetches the code of the choices. */
  preload: () => void
  /** The choices, in a `FilterPanel`. */
  renderChoices: (place: DropDownPlace) => ReactNode
}

/** A filter that is always in sight: its name, what is chosen, and the choices on a click. */
export function FilterMenu(props: FilterMenuProps) {
  const { id, label, chosen, hint, preload, renderChoices } = props
  const { isWanted, place, buttonProps } = useDropDown('dialog', preload)
  return (
    <>
      <Button
        variant="default"
        size="sm"
        className={classes.button}
        data-chosen={chosen !== null || undefined}
        data-filter={id}
        title={hint === undefined ? undefined : TEXTS.title(label, hint)}
        rightSection={<IconChevronDown size={15} stroke={1.8} aria-hidden />}
        {...buttonProps}
      >
        {chosen === null ? label : <Chosen label={label} chosen={chosen} />}
      </Button>
      {isWanted && <Suspense>{renderChoices(place)}</Suspense>}
    </>
  )
}

function Chosen({ label, chosen }: { label: string; chosen: string }) {
  return (
    <>
      <span className={classes.label}>{label}:</span>
      <span className={classes.chosen} title={chosen}>
        {chosen}
      </span>
    </>
  )
}

/** Opens a filter by its id; false when it is not on the page. */
export function openFilter(id: string): boolean {
  const button = document.querySelector<HTMLElement>(`[data-filter="${id}"]`)
  button?.click()
  return button !== null
}
