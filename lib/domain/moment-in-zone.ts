/** A moment by the clocks of a zone, such as `25 Nov 2026, 10:04 (America/New_York)`. */
export function momentInZone(moment: string, timeZone: string): string {
  const local = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(moment))
  return `${local} (${timeZone})`
}
