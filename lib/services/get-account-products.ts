import { requireDeed } from '#lib/access-check.ts'
import { loadListing } from '#lib/db/account-products.ts'
import { prisma } from '#lib/db/client.ts'
import { getConnection } from '#lib/db/connections.ts'
import { loadNamesSent } from '#lib/db/product-list.ts'
import type { Access } from '#lib/domain/access.ts'
import type { AccountProductsView } from '#lib/domain/account-products.ts'
import { checkProductNames, type NameToCheck } from '#lib/domain/check-product-names.ts'
import { OWN_LINE_NAMES } from '#lib/domain/net-lines.ts'
import type { RestRules } from '#lib/domain/rest-rules.ts'
import { accessOf, accountName } from '#lib/ontraport/rest/account.ts'

/**
 * The products of ONTRAPORT's account as they were fetched last, against the
 * names that the next messages say: what would be made there, or fail. `null`
 * while no App ID and key are saved.
 */
export async function getAccountProducts(access: Access): Promise<AccountProductsView | null> {
  requireDeed(access, 'read')
  const { merchantId } = access
  const db = prisma()
  const { app, rules } = await getConnection(db, merchantId)
  if (app === null) return null
  const isCreating = rules.rest.createProducts === 'on'
  const account = accountName(accessOf(app))
  const listing = await loadListing(db, { merchantId, account })
  if (listing === null)
    return { listedAt: null, isComplete: false, names: [], check: null, isCreating }
  const names = [...(await loadNamesSent(db, merchantId)), ...ownLines(rules.rest)]
  return {
    listedAt: listing.listedAt.toISOString(),
    isComplete: listing.isComplete,
    names: listing.products.map(({ name }) => name),
    check: checkProductNames(names, listing.products),
    isCreating,
  }
}

/** Shipping and tax are products, too, where they have lines of their own. */
function ownLines({ shippingAndTax }: RestRules): NameToCheck[] {
  if (shippingAndTax !== 'own-line') return []
  return OWN_LINE_NAMES.map((name) => ({ name, itemIds: [], mappedName: null, isSold: true }))
}
