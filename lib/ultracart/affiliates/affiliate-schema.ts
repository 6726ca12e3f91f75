import { z } from 'zod'
import { flag, text } from '../fields.ts'
import { affiliateId } from './affiliate-id.ts'

/**
 * What is read of an affiliate event. UltraCart is not known to send any; the
 * names are those of its warehouse table `uc_affiliates`.
 */
export const affiliateSchema = z.object({
  affiliate_oid: affiliateId,
  status: text,
  terminated_for_spam: flag,
  email: text,
  first_name: text,
  last_name: text,
  company_name: text,
  phone: text,
  address_1: text,
  address_2: text,
  city: text,
  state: text,
  postal_code: text,
  country_code: text,
})

export type UltraCartAffiliate = z.infer<typeof affiliateSchema>
