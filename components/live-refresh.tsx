'use client'

import { useEffect } from 'react'
import { useNavigation } from './navigation.tsx'

/** Loads the page's rows anew every few seconds while someone can see them. */
export function LiveRefresh({ everyMs }: { everyMs: number }) {
  const { refresh } = useNavigation()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [everyMs, refresh])
  return null
}
