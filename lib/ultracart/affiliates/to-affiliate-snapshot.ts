import type { AffiliateSnapshot } from '#lib/domain/snapshot.ts'
import type { Origin } from '../origin.ts'
import type { UltraCartAffiliate } from './affiliate-schema.ts'

/** An affiliate in our words. One that was deleted, or thrown out for spam, is not approved whatever its status says. */
export function toAffiliateSnapshot(
  affiliate: UltraCartAffiliate,
  origin: Origin,
): AffiliateSnapshot {
  const isOut = affiliate.terminated_for_spam === true || origin.eventName === 'affiliate_delete'
  return {
    kind: 'affiliate',
    ...origin,
    affiliateId: affiliate.affiliate_oid,
    isApproved: !isOut && APPROVED.has(affiliate.status.toLowerCase()),
    email: affiliate.email,
    firstName: affiliate.first_name,
    lastName: affiliate.last_name,
    company: affiliate.company_name,
    phone: affiliate.phone,
    address1: affiliate.address_1,
    address2: affiliate.address_2,
    city: affiliate.city,
    stateRegion: affiliate.state,
    postalCode: affiliate.postal_code,
    countryCode: affiliate.country_code,
  }
}

/** UltraCart's records say Active or Inactive; its links Pending, Approved or Rejected. */
const APPROVED: ReadonlySet<string> = new Set(['active', 'approved'])
