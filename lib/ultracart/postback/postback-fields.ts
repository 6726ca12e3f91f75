import { text } from '../fields.ts'
import { countryCode } from './country-code.ts'
import { readEasternTime } from './read-eastern-time.ts'
import { stageName } from './stage-name.ts'

/*
 * How single fields of the XML Postback are read where it spells them unlike
 * the webhooks. Flags need nothing of their own: `Y`, `yes` and `true` are read
 * everywhere.
 */

/** A time in UTC, `null` when absent or unreadable. */
export const easternTime = text.transform(readEasternTime)

/** A country's two letters, or its name where that has none. */
export const country = text.transform(countryCode)

/** An order's stage as the webhooks spell it. */
export const stage = text.transform(stageName)

/** A part of which nothing came is `null`, so that what is known of it stays. */
export function partOrNull<Part extends object>(part: Part): Part | null {
  return Object.values(part).some(isSaid) ? part : null
}

function isSaid(value: unknown): boolean {
  return value !== '' && value !== null && !(Array.isArray(value) && value.length === 0)
}
