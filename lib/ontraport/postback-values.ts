import { formatDecimal } from '#lib/domain/money.ts'

/** How UltraCart's XML Postback spells dates, numbers, booleans, countries and stages. */

/** `01 JAN 2015 10:00:00`, US Eastern wall clock; `null` stays `null`. */
export function dateTime(at: string | null): string | null {
  const parts = easternParts(at)
  if (parts === null) return null
  const { year, month, day, hour, minute, second } = parts
  return `${day} ${MONTHS[Number(month) - 1]} ${year} ${hour}:${minute}:${second}`
}

/** `MM/DD/YYYY`, the US Eastern calendar day; `null` stays `null`. */
export function date(at: string | null): string | null {
  const parts = easternParts(at)
  return parts === null ? null : `${parts.month}/${parts.day}/${parts.year}`
}

/** A plain decimal with the currency's own places, such as `72.25`. */
export function amount(minorUnits: number | null, currency: string): string | null {
  return minorUnits === null ? null : formatDecimal({ minorUnits, currency })
}

/** An amount that is left out when it is zero. */
export function nonZeroAmount(minorUnits: number, currency: string): string | null {
  return minorUnits === 0 ? null : amount(minorUnits, currency)
}

/** A number without exponent or grouping. */
export function decimal(value: number | null): string | null {
  return value === null || !Number.isFinite(value) ? null : PLAIN.format(value)
}

export function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'Y' : 'N'
}

export function trueFalse(value: boolean | null): string | null {
  return value === null ? null : String(value)
}

/** The country's English name, as the postback has it; a code that names none stays as it is. */
export function country(code: string): string {
  try {
    return COUNTRY_NAMES.of(code.trim().toUpperCase()) ?? code
  } catch (error) {
    if (error instanceof RangeError) return code
    throw error
  }
}

/**
 * The stage code. Five are published; the stages between payment and shipping
 * (routing, hold) count as the shipping department, and those that still wait
 * for money as accounts receivable. Anything else has none.
 */
export function stageCode(stage: string): string | null {
  return STAGE_CODES.get(stage) ?? null
}

const STAGE_CODES: ReadonlyMap<string, string> = new Map([
  ['Shipping Department', 'SD'],
  ['Least Cost Routing', 'SD'],
  ['Advanced Order Routing', 'SD'],
  ['Hold', 'SD'],
  ['Completed Order', 'CO'],
  ['Rejected', 'REJ'],
  ['Pre-ordered', 'PO'],
  ['Accounts Receivable', 'AR'],
  ['Pending Clearance', 'AR'],
  ['Fraud Review', 'AR'],
  ['Quote Request', 'AR'],
  ['Quote Sent', 'AR'],
])

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

const COUNTRY_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })

const PLAIN = new Intl.NumberFormat('en-US', {
  useGrouping: false,
  maximumFractionDigits: 6,
  signDisplay: 'negative',
})

const EASTERN = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

type WallClock = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>

function easternParts(at: string | null): WallClock | null {
  const time = at === null ? Number.NaN : Date.parse(at)
  if (Number.isNaN(time)) return null
  const parts = new Map(EASTERN.formatToParts(time).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return {
    year: part('year').padStart(4, '0'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}
