'use client'

import { useEffect, useEffectEvent } from 'react'
import { useSingleKeys } from '../use-single-keys.ts'

export type LogKeys = {
  /** By the key as it is typed, such as `j` or `?`. */
  single: [key: string, deed: () => void][]
  /** Keys with a name; these cannot be switched off. An answer of false lets the browser have them. */
  named: [key: string, deed: () => boolean][]
}

/** Listens for keys where nobody is typing and no other window is open. */
export function useLogKeys(keys: LogKeys): void {
  const [areSingleOn] = useSingleKeys()
  const press = useEffectEvent((event: KeyboardEvent) => {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey
    if (hasModifier || event.defaultPrevented || isTaken(event.target)) return
    const single = areSingleOn ? find(keys.single, event.key) : undefined
    single?.()
    const isDone = single !== undefined || find(keys.named, event.key)?.() === true
    if (isDone) event.preventDefault()
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function find<Deed>(keys: [key: string, deed: Deed][], pressed: string): Deed | undefined {
  return keys.find(([key]) => key === pressed)?.[1]
}

const TYPING = 'input, textarea, select, [contenteditable="true"]'
/** A window that is not the drawer, which belongs to the log. */
export const OTHER_WINDOW = '[role="dialog"]:not([data-peek])'
/** These take keys for themselves. */
const WINDOWS = `[role="menu"], [role="listbox"], ${OTHER_WINDOW}`

function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest(TYPING) !== null || target.closest(WINDOWS) !== null
}
