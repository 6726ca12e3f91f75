'use client'

import { Button, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './filter-menu.module.css'

type FilterMenuProps = {
  label: string
  /** What is chosen, in few words; `null` when the filter lets all through. */
  chosen: string | null
  width?: number
  children: ReactNode
}

/** A filter that is always in sight: its name, what is chosen, and the choices on a click. */
export function FilterMenu({ label, chosen, width = 280, children }: FilterMenuProps) {
  return (
    <Popover position="bottom-start" width={width} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          className={classes.button}
          data-chosen={chosen !== null || undefined}
          rightSection={<IconChevronDown size={15} stroke={1.8} aria-hidden />}
        >
          {chosen === null ? label : <Chosen label={label} chosen={chosen} />}
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.dropdown}
        aria-label={`Filter by ${label.toLowerCase()}`}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
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
