'use client'

import { Menu, type MenuProps } from '@mantine/core'
import { useOpened } from '../use-opened.ts'
import { ButtonStandIn } from './button-stand-in.tsx'
import type { DropDownPlace } from './use-drop-down.ts'

type DropDownMenuProps = Pick<MenuProps, 'position' | 'width' | 'classNames' | 'children'> & {
  place: DropDownPlace
}

/** The menu of a button; only what comes later may import it. */
export function DropDownMenu({ place, children, ...looks }: DropDownMenuProps) {
  const { id, button, isOpen, onChange } = place
  return (
    <Menu id={id} opened={useOpened(isOpen)} onChange={onChange} {...looks}>
      <Menu.Target>
        <ButtonStandIn button={button} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
