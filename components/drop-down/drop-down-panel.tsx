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
      id={id}
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
      {/* Else it would be called by its button alone. */}
      <Popover.Dropdown className={className} aria-label={label} aria-labelledby={undefined}>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
