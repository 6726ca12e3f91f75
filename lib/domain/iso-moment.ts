/**
 * The moment that somebody wrote in ISO 8601: a date (its midnight) or a time,
 * in UTC where no zone is named; `null` for anything else. In an address a plus
 * sign that was not percent-encoded arrives as a blank.
 */
export function readIsoMoment(text: string): Date | null {
  const given = text.trim().replace(/(T.*) (\d{2}:?\d{2})$/i, '$1+$2')
  if (!ISO_TIME.test(given)) return null
  const moment = new Date(HAS_TIME.test(given) && !HAS_ZONE.test(given) ? `${given}Z` : given)
  return Number.isNaN(moment.getTime()) ? null : moment
}

const ISO_TIME =
  /^(?:\d{4}|[-+]\d{6})-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[-+]\d{2}:?\d{2})?)?$/i
const HAS_TIME = /T/i
const HAS_ZONE = /T.*(?:Z|[-+]\d{2}:?\d{2})$/i
