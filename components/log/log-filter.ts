import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { type Clock, toPeriod } from './log-period.ts'
import type { LogSearch } from './log-search-params.ts'

/** What the filters of the address ask for. */
export function toTransmissionFilter(search: LogSearch, clock: Clock): TransmissionFilter {
  const { status, type, code, reason, min, max } = search
  return {
    ...textOf('q', search.q),
    ...(status !== null && status.length > 0 && { status }),
    ...(type !== null && { type }),
    ...(code !== null && { code }),
    ...(reason !== null && reason.length > 0 && { reasonCode: reason.join(',') }),
    ...textOf('reasonText', search.says),
    ...(min !== null && { minAmount: min }),
    ...(max !== null && { maxAmount: max }),
    ...textOf('reference', search.reference),
    ...textOf('email', search.email),
    ...toPeriod(search, clock),
  }
}

function textOf<Name extends string>(name: Name, text: string | null) {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? {} : { [name]: trimmed }
}

/** How many filters are set; the search box counts as one, and so do both ends of an amount. */
export function countFilters(search: LogSearch): number {
  const { q, status, type, code, reason, says, min, max, range, reference, email } = search
  const isSet = [
    q,
    status?.length ? status : null,
    type,
    code,
    (reason?.length ? reason : null) ?? says,
    min ?? max,
    range,
    reference,
    email,
  ]
  return isSet.filter((value) => value !== null && value !== '').length
}
