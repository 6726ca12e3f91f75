import { createLoader, createSerializer, parseAsString } from 'nuqs/server'

export const affiliateSearchParams = { q: parseAsString, cursor: parseAsString }

export const loadAffiliateSearch = createLoader(affiliateSearchParams)

const serialize = createSerializer(affiliateSearchParams)

/** The address of a page of the affiliates. */
export function affiliatesPath(search: { q: string | null; cursor: string | null }): string {
  return serialize('/affiliates', search)
}
