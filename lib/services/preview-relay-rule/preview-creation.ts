import { loadListing } from '#lib/db/account-products.ts'
import type { Db } from '#lib/db/client.ts'
import type { Connection } from '#lib/db/connections.ts'
import { loadNamesSent } from '#lib/db/product-list.ts'
import { checkProductNames } from '#lib/domain/check-product-names.ts'
import type { RulePreview } from '#lib/domain/preview-rules.ts'
import { accessOf, accountName } from '#lib/ontraport/rest/account.ts'

const NAMED = 5

/** Which products the rule decides on, by the list of the account that was fetched last. */
export async function previewCreation(
  db: Db,
  { merchantId, app }: Connection,
): Promise<RulePreview> {
  const account = app && accountName(accessOf(app))
  const listing = account === null ? null : await loadListing(db, { merchantId, account })
  if (listing === null)
    return {
      sentences: [
        'The list of the account’s products has not been fetched, so nobody knows which ones it lacks. Fetch it first, under “Products in ONTRAPORT”.',
      ],
      example: null,
    }
  const check = checkProductNames(await loadNamesSent(db, merchantId), listing.products)
  return { sentences: [describe(check)], example: null }
}

function describe({ missing, missingCount }: ReturnType<typeof checkProductNames>): string {
  if (missingCount === 0) return 'The account has a product of every name here.'
  const named = missing.slice(0, NAMED).map(({ name }) => `“${name}”`)
  const more = missingCount - named.length
  return `The account has no product named ${named.join(', ')}${more === 0 ? '' : ` and ${more} more`}.`
}
