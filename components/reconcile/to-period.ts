import { addDays, dayInZone, startOfDay } from '../log/zone-day.ts'
import type { ReconcileSearch } from './reconcile-search-params.ts'

type Clock = { now: Date; timeZone: string }

/** First and last day, both inclusive, such as `2026-11-01`. */
export type Days = { first: string; last: string }

/** The days that the address asks for; a single given day is a period of its own. */
export function toDays({ period, from, to }: ReconcileSearch, { now, timeZone }: Clock): Days {
  const today = dayInZone(now, timeZone)
  const monthStart = `${today.slice(0, 7)}-01`
  switch (period) {
    case 'this-month':
      return { first: monthStart, last: today }
    case 'last-month': {
      const last = addDays(monthStart, -1)
      return { first: `${last.slice(0, 7)}-01`, last }
    }
    case '7d':
      return { first: addDays(today, -6), last: today }
    case '30d':
      return { first: addDays(today, -29), last: today }
    case 'custom': {
      const days = [from ?? to ?? today, to ?? from ?? today].sort()
      return { first: days[0] ?? today, last: days[1] ?? today }
    }
  }
}

/** The moments at which the days begin and end in the merchant's zone; `to` is no part of the period. */
export function toPeriod({ first, last }: Days, timeZone: string): { from: Date; to: Date } {
  return { from: startOfDay(first, timeZone), to: startOfDay(addDays(last, 1), timeZone) }
}
