import { readInstant } from '../read-instant.ts'

const TIME = '(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::(?<second>\\d\\d))?'

const FORMS = [
  // 01 JAN 2015 10:00:00
  new RegExp(`^(?<day>\\d{1,2})[ -](?<month>[a-z]{3})[ -](?<year>\\d{4})(?: +${TIME})?$`, 'i'),
  // 01/31/2015, with or without a time
  new RegExp(`^(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})(?: +${TIME})?$`),
  // Thu Jan 01 11:00:00 EST 2015
  new RegExp(
    `^[a-z]{3} (?<month>[a-z]{3}) (?<day>\\d{1,2}) ${TIME} (?<zone>EST|EDT) (?<year>\\d{4})$`,
    'i',
  ),
]

/**
 * Reads a date of the XML Postback into ISO 8601 in UTC; `null` when it is not
 * readable. UltraCart writes its own wall clock, US Eastern, and no zone. In
 * the hour that comes twice in autumn the first one is meant; in the one that
 * is left out in spring, the clock had not been put forward yet.
 */
export function readEasternTime(text: string): string | null {
  const given = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined)
  if (given === undefined) return readInstant(text)
  const wallClock = toIso(given)
  const summer = readInstant(`${wallClock}${SUMMER}`)
  const winter = readInstant(`${wallClock}${WINTER}`)
  const zone = given.zone?.toUpperCase()
  if (zone !== undefined) return zone === 'EDT' ? summer : winter
  return summer !== null && isSummerTime(summer) ? summer : winter
}

const SUMMER = '-04:00'
const WINTER = '-05:00'

type Groups = Record<string, string | undefined>

function toIso({ year, month = '', day, hour, minute, second }: Groups): string {
  const at = MONTHS.indexOf(month.toUpperCase())
  const monthNumber = at < 0 ? month : String(at + 1)
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0')
  return `${year}-${two(monthNumber)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

const EASTERN = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  timeZoneName: 'shortOffset',
})

function isSummerTime(instant: string): boolean {
  const parts = EASTERN.formatToParts(Date.parse(instant))
  return parts.some(({ type, value }) => type === 'timeZoneName' && value === 'GMT-4')
}
