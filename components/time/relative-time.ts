import { TIME_TEXTS } from '../texts/time.ts'

const TEXTS = TIME_TEXTS.relativeTime
const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
]

const FORMAT = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

/** How far a moment lies from now, such as `3 minutes ago` or `in 2 hours`. */
export function relativeTime(iso: string, now: number): string {
  const distanceMs = Date.parse(iso) - now
  for (const [unit, unitMs] of STEPS) {
    const count = Math.trunc(distanceMs / unitMs)
    if (count !== 0) return FORMAT.format(count, unit)
  }
  return TEXTS.justNow
}

/** What is left until a moment, such as `1 min 12 s`; `now` once it has passed. */
export function timeLeft(iso: string, now: number): string {
  const seconds = Math.ceil((Date.parse(iso) - now) / 1_000)
  if (seconds <= 0) return 'now'
  if (seconds < 60) return TEXTS.s(seconds)
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return TEXTS.minS(minutes, seconds % 60)
  return TEXTS.hMin(Math.floor(minutes / 60), minutes % 60)
}
