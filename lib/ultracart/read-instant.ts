const ISO_8601 =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s?(Z|[-+]\d\d(?::?\d\d)?)$/i

/**
 * Reads ISO 8601 with any offset into ISO 8601 in UTC; `null` when it is not
 * readable. A time without its offset is not: UltraCart means US Eastern in one
 * place and UTC in another, and a guess would be hours off.
 */
export function readInstant(text: string): string | null {
  const match = ISO_8601.exec(text)
  if (match === null) return null
  const [, year = '', month = '', day = '', minutes, seconds = '00', fraction = '', zone = ''] =
    match
  if (Number(day) > lastDayOf(Number(year), Number(month))) return null
  const millis = fraction.slice(0, 3).padEnd(3, '0')
  const time = Date.parse(`${year}-${month}-${day}T${minutes}:${seconds}.${millis}${offset(zone)}`)
  return time >= EARLIEST && time <= LATEST ? new Date(time).toISOString() : null
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** `-0400` and `-04` as `-04:00`. */
function offset(zone: string): string {
  if (zone.toUpperCase() === 'Z') return 'Z'
  return `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
}

/** Outside of these years a date is a slip of the sender, and some databases could not hold it. */
const EARLIEST = Date.UTC(1900, 0)
const LATEST = Date.UTC(9999, 11, 31)
