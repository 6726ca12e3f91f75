'use client'

import { Popover, type PopoverProps } from '@mantine/core'
import { useOpened } from '../use-opened.ts'
import { ButtonStandIn } from './button-stand-in.tsx'
import type { DropDownPlace } from './use-drop-down.ts'

type DropDownPanelProps = Pick<PopoverProps, 'position' | 'width' | 'children'> & {
  place: DropDownPlace
  label: string
  className?: string | undefined
}

/** The panel of a button; only what comes later may import it. */
export function DropDownPanel(props: DropDownPanelProps) {
  const { place, label, className, children, ...looks } = props
  const { id, button, isOpen, onChange } = place
  return (
    <Popover
      // With roles of its own it would be called like its button, and not by what it does.
      withRoles={false}
      opened={useOpened(isOpen)}
      onChange={onChange}
      trapFocus
      returnFocus
      shadow="md"
      {...looks}
    >
      <Popover.Target>
        <ButtonStandIn button={button} />
      </Popover.Target>
      <Popover.Dropdown
        id={`${id}-dropdown`}
        role="dialog"
        tabIndex={-1}
        className={className}
        aria-label={label}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
