import { maskEmails } from './mask-text.ts'
import type { TransmissionFilter } from './transmission.ts'

/** A filter as it is remembered: whoever was searched for by email stays unnamed, so that they can be erased. */
export function impersonalFilter(filter: TransmissionFilter): TransmissionFilter {
  const { email, q } = filter
  return {
    ...filter,
    ...(email !== undefined && { email: maskEmails(email) }),
    ...(q !== undefined && { q: maskEmails(q) }),
  }
}
