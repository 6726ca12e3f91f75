'use client'

import { type RefObject, useId, useRef, useState } from 'react'

/** Where a menu or panel belongs: its button, and whether it is open. */
export type DropDownPlace = {
  id: string
  button: RefObject<HTMLButtonElement | null>
  isOpen: boolean
  onChange: (isOpen: boolean) => void
}

/**
 * A button that opens a menu or a panel, whose own code comes once somebody
 * seems to want it: with the pointer or the focus on the button, or its click.
 */
export function useDropDown(opens: 'menu' | 'dialog', preload: () => void) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isWanted, setWanted] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const place: DropDownPlace = { id, button, isOpen, onChange: setOpen }
  const buttonProps = {
    id,
    ref: button,
    'aria-haspopup': opens,
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? `${id}-dropdown` : undefined,
    onPointerEnter: preload,
    onFocus: preload,
    onClick: () => {
      setWanted(true)
      setOpen(!isOpen)
    },
  }
  return { isWanted, place, buttonProps }
}
