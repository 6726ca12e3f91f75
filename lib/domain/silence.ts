/** The store has been quiet for much longer than it ever is. Times in minutes, `lastAt` ISO 8601 in UTC. */
export type StoreSilence = { lastAt: string; silentMinutes: number; usualGapMinutes: number }

/** Fewer gaps than these say nothing of what is usual: the store is new. */
const FEWEST_GAPS = 20
/** Shops are quiet at night, which the newest arrivals of a busy one do not show. */
export const SHORTEST_SILENCE_MINUTES = 6 * 60

/**
 * Whether nothing has arrived for so long that something may be broken. Given
 * are the latest arrivals, newest first, those close together as one. The
 * usual gap is their median. Silent is who has been quiet for six hours, for
 * six usual gaps, and for twice the longest gap (a night, a weekend), of which
 * one does not count, since it may have been an outage. `null` when all is
 * usual or too little is known.
 */
export function judgeSilence(arrivals: readonly Date[], now: Date): StoreSilence | null {
  const [last] = arrivals
  const gaps = gapsOf(arrivals)
  if (last === undefined || gaps.length < FEWEST_GAPS) return null
  const silentMinutes = minutesBetween(last, now)
  const usualGapMinutes = gaps[Math.floor(gaps.length / 2)] ?? 0
  const bearableMinutes = Math.max(
    SHORTEST_SILENCE_MINUTES,
    6 * usualGapMinutes,
    2 * (gaps.at(-2) ?? 0),
  )
  return silentMinutes > bearableMinutes
    ? { lastAt: last.toISOString(), silentMinutes, usualGapMinutes }
    : null
}

/** Ascending. */
function gapsOf(arrivals: readonly Date[]): number[] {
  return arrivals
    .slice(1)
    .flatMap((arrival, at) => {
      const next = arrivals[at]
      return next === undefined ? [] : [minutesBetween(arrival, next)]
    })
    .sort((a, b) => a - b)
}

function minutesBetween(earlier: Date, later: Date): number {
  return (later.getTime() - earlier.getTime()) / 60_000
}

/** One sentence, such as `No event from UltraCart for 26 hours; the usual gap is 40 minutes`. */
export function describeSilence({ silentMinutes, usualGapMinutes }: StoreSilence): string {
  const silent = nameDuration(silentMinutes)
  return `No event from UltraCart for ${silent}; the usual gap is ${nameDuration(usualGapMinutes)}`
}

function nameDuration(minutes: number): string {
  if (minutes < 90) return count(Math.max(1, Math.round(minutes)), 'minute')
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? count(hours, 'hour') : count(Math.floor(hours / 24), 'day')
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}
