import type { LogSearch } from './log-search-params.ts'
import { addDays, dayInZone, startOfDay, startOfMinute } from './zone-day.ts'

export type Clock = { now: Date; timeZone: string }

/** ISO 8601; the beginning is inclusive, the end exclusive. */
export type Period = { from?: string; to?: string }

type Range = Pick<LogSearch, 'range' | 'from' | 'to'>

const HOUR_MS = 60 * 60 * 1_000

/** The time that a search asks for, in the merchant's zone. */
export function toPeriod({ range, from, to }: Range, { now, timeZone }: Clock): Period {
  const today = dayInZone(now, timeZone)
  const begin = (day: string) => startOfDay(day, timeZone).toISOString()
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS).toISOString()
  switch (range) {
    case '1h':
      return { from: ago(1) }
    case '24h':
      return { from: ago(24) }
    case 'today':
      return { from: begin(today) }
    case 'yesterday':
      return { from: begin(addDays(today, -1)), to: begin(today) }
    case '7d':
      return { from: begin(addDays(today, -6)) }
    case '30d':
      return { from: begin(addDays(today, -29)) }
    case '90d':
      return { from: begin(addDays(today, -89)) }
    case 'custom':
      return {
        ...(from !== null && { from: startOf(from, timeZone).toISOString() }),
        ...(to !== null && { to: endOf(to, timeZone).toISOString() }),
      }
    case null:
      return {}
  }
}

function startOf(text: string, timeZone: string): Date {
  if (text.endsWith('Z')) return new Date(text)
  return text.includes('T') ? startOfMinute(text, timeZone) : startOfDay(text, timeZone)
}

/** A day is included to its end; a minute is where the range ends. */
function endOf(text: string, timeZone: string): Date {
  return text.includes('T') ? startOf(text, timeZone) : startOfDay(addDays(text, 1), timeZone)
}
