'use client'

import { formatMoment, type MomentStyle } from './format-moment.ts'
import { relativeTime } from './relative-time.ts'
import { useTimeZone } from './time-zone.tsx'
import { useNow } from './use-now.ts'

const EVERY_MS = 30_000

/** A time in the reader's zone; its title says how long ago that was. */
export function Moment({ at, style = 'short' }: { at: string; style?: MomentStyle }) {
  const timeZone = useTimeZone()
  const now = useNow(EVERY_MS)
  const full = formatMoment(at, timeZone, 'long')
  return (
    <time dateTime={at} title={now === null ? full : `${relativeTime(at, now)} · ${full}`}>
      {formatMoment(at, timeZone, style)}
    </time>
  )
}

/** How long ago, with the exact time in the title. */
export function Ago({ at }: { at: string }) {
  const timeZone = useTimeZone()
  const now = useNow(EVERY_MS)
  return (
    <time dateTime={at} title={formatMoment(at, timeZone, 'long')}>
      {now === null ? formatMoment(at, timeZone, 'short') : relativeTime(at, now)}
    </time>
  )
}
