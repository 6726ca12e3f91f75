import { z } from 'zod'
import type { AffiliateSnapshot } from '#lib/domain/snapshot.ts'
import { cleanText } from '../clean-text.ts'
import { complain, isAbsent } from '../fields.ts'
import type { Origin } from '../origin.ts'
import { affiliateId } from './affiliate-id.ts'

const given = z.unknown().optional()

const MAX_LENGTH = 255

/** Text, `''` when absent; what is no text is a slip that its sender should hear of. */
const words = given.transform((raw, context): string => {
  if (isAbsent(raw)) return ''
  if (typeof raw !== 'string' && typeof raw !== 'number') return complain(context, 'is not text')
  const text = cleanText(String(raw))
  return text.length <= MAX_LENGTH
    ? text
    : complain(context, `is longer than ${MAX_LENGTH} characters`)
})

const email = words.refine(
  (text) => text === '' || /^[^\s@]+@[^\s@]+$/.test(text),
  'is not an email address',
)

const approved = given.transform((raw, context): boolean => {
  if (isAbsent(raw)) return complain(context, 'is missing')
  return typeof raw === 'boolean' ? raw : complain(context, 'is neither true nor false')
})

/** An affiliate in our own JSON; the first two fields are required. */
export const postedAffiliate = z.object({
  affiliateId,
  approved,
  email,
  firstName: words,
  lastName: words,
  company: words,
  phone: words,
  address1: words,
  address2: words,
  city: words,
  state: words,
  postalCode: words,
  countryCode: words,
})

export type PostedAffiliate = z.infer<typeof postedAffiliate>

export function fromPosted(posted: PostedAffiliate, origin: Origin): AffiliateSnapshot {
  const { approved: isApproved, state: stateRegion, ...fields } = posted
  return { kind: 'affiliate', ...origin, ...fields, isApproved, stateRegion }
}
