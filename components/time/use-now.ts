'use client'

import { useSyncExternalStore } from 'react'

type Clock = { now: number | null; subscribe: (listener: () => void) => () => void }

/** One for each pace, so that a thousand times on a page tick together and not each by itself. */
const clocks = new Map<number, Clock>()

/** The present moment, kept fresh; `null` on the server and on the first paint, which must agree. */
export function useNow(everyMs: number): number | null {
  const clock = clockOf(everyMs)
  return useSyncExternalStore(
    clock.subscribe,
    () => clock.now,
    () => null,
  )
}

function clockOf(everyMs: number): Clock {
  const clock = clocks.get(everyMs) ?? makeClock(everyMs)
  clocks.set(everyMs, clock)
  return clock
}

function makeClock(everyMs: number): Clock {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | undefined
  const tick = () => {
    clock.now = Date.now()
    for (const listener of listeners) listener()
  }
  const clock: Clock = {
    now: null,
    subscribe: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) {
        timer = setInterval(tick, everyMs)
        tick()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearInterval(timer)
      }
    },
  }
  return clock
}
