'use client'

import { useEffect, useState } from 'react'

/**
 * Whether a window is to be open; in its first moment none is. What opens notes
 * where the focus was, to bring it back, and would miss it if it began open.
 */
export function useOpened(isOpen: boolean): boolean {
  const [isThere, setThere] = useState(false)
  useEffect(() => setThere(true), [])
  return isThere && isOpen
}
