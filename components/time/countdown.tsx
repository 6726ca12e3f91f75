'use client'

import { TIME_TEXTS } from '../texts/time.ts'
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
      {now === null || left === 'now' ? left : TIME_TEXTS.countdown.in(left)}
    </time>
  )
}
