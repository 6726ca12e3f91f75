import { TIME_TEXTS } from '../texts/time.ts'
export type MomentStyle = 'short' | 'full' | 'long'

const STYLES: Record<MomentStyle, Intl.DateTimeFormatOptions> = {
  short: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  full: {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  long: {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  },
}

/** A moment in a zone, such as `Nov 25, 2026, 2:05:31 PM EST` for `long`. */
export function formatMoment(iso: string, timeZone: string, style: MomentStyle): string {
  const format = formatOf(style, timeZone)
  // Servers and browsers disagree on which space stands before AM and PM.
  return format.format(new Date(iso)).replaceAll(/[\u202f\u00a0]/g, ' ')
}

/** To make one takes far longer than to use it, and a page of the log has thousands of times. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(style: MomentStyle, timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${timeZone}`
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat('en-US', { ...STYLES[style], timeZone })
  formats.set(key, format)
  return format
}

/** The zone as people say it, such as `New York time`. */
export function nameZone(timeZone: string): string {
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  return place === 'UTC' ? 'UTC' : TIME_TEXTS.formatMoment.time(place)
}
