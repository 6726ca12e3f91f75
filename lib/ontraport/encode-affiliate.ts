import type { AffiliateMessage } from '#lib/domain/message.ts'
import { text, writeXml } from '#lib/xml-writer.ts'
import { country } from './postback-values.ts'

/**
 * The vendor's page names two values, the affiliate's number and `Affiliate
 * Approved` as `True` or `False`; the other elements are ours, in their style.
 */
export function encodeAffiliate({ affiliate }: AffiliateMessage): string {
  return writeXml({
    name: 'affiliate',
    content: [
      { name: 'AffiliateId', content: String(affiliate.affiliateId) },
      { name: 'AffiliateApproved', content: affiliate.isApproved ? 'True' : 'False' },
      ...text('Email', affiliate.email),
      ...text('FirstName', affiliate.firstName),
      ...text('LastName', affiliate.lastName),
      ...text('Company', affiliate.company),
      ...text('Phone', affiliate.phone),
      ...text('Address1', affiliate.address1),
      ...text('Address2', affiliate.address2),
      ...text('City', affiliate.city),
      ...text('State', affiliate.stateRegion),
      ...text('Zip', affiliate.postalCode),
      ...text('Country', country(affiliate.countryCode)),
    ],
  })
}
