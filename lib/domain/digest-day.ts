/** The days of a merchant's digest, as the clocks of its zone have them. */

/**
 * The newest day whose hour of the digest has come, such as `2026-11-25`. Where
 * the clocks skip that hour it has come with the next; where they show it
 * twice, with the first. Clocks that are set back over midnight lead to an
 * earlier day, so whoever keeps the last one compares.
 */
export function digestDay(
  now: Date,
  { timeZone, hour }: { timeZone: string; hour: number },
): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: 'numeric',
  }).formatToParts(now)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  const today = `${part('year')}-${part('month')}-${part('day')}`
  return Number(part('hour')) >= hour ? today : dayBefore(today)
}

/** The day before a day. */
export function dayBefore(day: string): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() - 1)
  return moment.toISOString().slice(0, 10)
}

/** Whether a digest is due for this day after the one that was done last. */
export function isDigestDue(day: string, doneDay: string | null): boolean {
  return doneDay === null || doneDay < day
}
