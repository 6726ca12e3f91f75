/** A moment's day in a zone, such as `2026-11-25`. */
export function dayInZone(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** The day that lies so many days after another; negative counts lead back. */
export function addDays(day: string, count: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + count)
  return moment.toISOString().slice(0, 10)
}

/** The moment at which a day begins in a zone. */
export function startOfDay(day: string, timeZone: string): Date {
  return startOfMinute(`${day}T00:00`, timeZone)
}

/** The moment of a local time such as `2026-11-25T14:05`; of two, the later one. */
export function startOfMinute(local: string, timeZone: string): Date {
  const asIfUtc = Date.parse(`${local}:00Z`)
  const guess = asIfUtc - zoneOffsetMs(asIfUtc, timeZone)
  // The clocks may have changed between the guess and what was asked for.
  return new Date(asIfUtc - zoneOffsetMs(guess, timeZone))
}

/** A moment as the local time of a zone, such as `2026-11-25T14:05`. */
export function minuteInZone(moment: Date, timeZone: string): string {
  const local = new Date(moment.getTime() + zoneOffsetMs(moment.getTime(), timeZone))
  return local.toISOString().slice(0, 16)
}

/** How far the clocks of a zone are ahead of UTC at a moment, both in milliseconds. */
export function zoneOffsetMs(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0)
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return local - Math.floor(moment / 1_000) * 1_000
}
