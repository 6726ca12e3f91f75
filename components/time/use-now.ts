'use client'

import { useEffect, useState } from 'react'

/** The present moment, kept fresh; `null` on the server and on the first paint, which must agree. */
export function useNow(everyMs: number): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
