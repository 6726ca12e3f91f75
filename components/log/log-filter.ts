import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import type { LogSearch } from './log-search-params.ts'
import { addDays, dayInZone, startOfDay } from './zone-day.ts'

type Clock = { now: Date; timeZone: string }

/** What the filters of the address ask for. */
export function toTransmissionFilter(search: LogSearch, clock: Clock): TransmissionFilter {
  const { q, status, type, code, reference } = search
  return {
    ...(q !== null && q.trim() !== '' && { q: q.trim() }),
    ...(status !== null && status.length > 0 && { status }),
    ...(type !== null && { type }),
    ...(code !== null && { code }),
    ...(reference !== null && reference.trim() !== '' && { reference: reference.trim() }),
    ...toPeriod(search, clock),
  }
}

function toPeriod(search: LogSearch, { now, timeZone }: Clock): { from?: string; to?: string } {
  const today = dayInZone(now, timeZone)
  const begin = (day: string) => startOfDay(day, timeZone).toISOString()
  switch (search.range) {
    case 'today':
      return { from: begin(today) }
    case '7d':
      return { from: begin(addDays(today, -6)) }
    case '30d':
      return { from: begin(addDays(today, -29)) }
    case 'custom':
      return {
        ...(search.from !== null && { from: begin(search.from) }),
        ...(search.to !== null && { to: begin(addDays(search.to, 1)) }),
      }
    case null:
      return {}
  }
}

/** How many filters are set; the search box counts as one. */
export function countFilters(search: LogSearch): number {
  const { q, status, type, code, range, reference } = search
  const isSet = [q, status?.length ? status : null, type, code, range, reference]
  return isSet.filter((value) => value !== null && value !== '').length
}
