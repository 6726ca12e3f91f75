'use client'

import { formatMoment } from './format-moment.ts'
import { timeLeft } from './relative-time.ts'
import { useTimeZone } from './time-zone.tsx'
import { useNow } from './use-now.ts'

/** The time left until a moment, ticking, with the moment itself in the title. */
export function Countdown({ until }: { until: string }) {
  const timeZone = useTimeZone()
  const now = useNow(1_000)
  const full = formatMoment(until, timeZone, 'long')
  const left = now === null ? formatMoment(until, timeZone, 'short') : timeLeft(until, now)
  return (
    <time dateTime={until} title={full}>
      {now === null || left === 'now' ? left : `in ${left}`}
    </time>
  )
}
