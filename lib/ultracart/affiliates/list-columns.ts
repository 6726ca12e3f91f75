import { malformed } from '../malformed.ts'
import type { PostedAffiliate } from './posted-affiliate.ts'

export type ListField = keyof PostedAffiliate | 'terminatedForSpam'

/** Which cell of a row holds which field, and what the column is called in the file. */
export type ListColumn = { field: ListField; at: number; title: string }

/** What columns are called, without case, blanks and signs; UltraCart's own names among them. */
const TITLES: readonly [ListField, string[]][] = [
  ['affiliateId', ['affiliateid', 'affiliateoid', 'affiliatenumber', 'affiliate', 'id', 'oid']],
  ['approved', ['approved', 'affiliateapproved', 'isapproved', 'status', 'affiliatestatus']],
  ['terminatedForSpam', ['terminatedforspam']],
  ['email', ['email', 'emailaddress', 'affiliateemail', 'mail']],
  ['firstName', ['firstname', 'first', 'givenname', 'forename']],
  ['lastName', ['lastname', 'last', 'surname', 'familyname']],
  ['company', ['company', 'companyname', 'organization', 'organisation']],
  ['phone', ['phone', 'phonenumber', 'telephone', 'dayphone']],
  ['address1', ['address1', 'address', 'addressline1', 'street', 'streetaddress']],
  ['address2', ['address2', 'addressline2']],
  ['city', ['city', 'town']],
  ['state', ['state', 'stateregion', 'region', 'province', 'stateprovince']],
  ['postalCode', ['postalcode', 'zip', 'zipcode', 'postcode', 'zippostalcode']],
  ['countryCode', ['countrycode', 'country']],
]

const FIELDS = new Map(
  TITLES.flatMap(([field, titles]) => titles.map((title) => [title, field] as const)),
)

/** Finds the columns in a list's head; others are left alone. `malformed` when one that is needed is missing. */
export function findColumns(head: readonly string[]): ListColumn[] {
  const columns = head.flatMap((title, at): ListColumn[] => {
    const field = FIELDS.get(title.toLowerCase().replace(/[^a-z0-9]/g, ''))
    return field === undefined ? [] : [{ field, at, title }]
  })
  requireColumn(columns, 'affiliateId', 'the affiliate’s number, such as “Affiliate ID”')
  requireColumn(columns, 'approved', 'the approval, such as “Approved” or “Status”')
  for (const [field, same] of Map.groupBy(columns, (column) => column.field))
    if (same.length > 1)
      throw malformed(
        'The first row',
        `has two columns for one thing: ${titlesOf(same)} (${field})`,
      )
  return columns
}

function requireColumn(columns: readonly ListColumn[], field: ListField, what: string): void {
  if (!columns.some((column) => column.field === field))
    throw malformed('The first row', `has no column for ${what}`)
}

function titlesOf(columns: readonly ListColumn[]): string {
  return columns.map(({ title }) => `“${title}”`).join(' and ')
}
