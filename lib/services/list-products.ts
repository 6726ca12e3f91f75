import { requireDeed } from '#lib/access-check.ts'
import { loadListing } from '#lib/db/account-products.ts'
import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { loadNamesInUse } from '#lib/db/names-in-use.ts'
import { listProductRows, type ProductQuery } from '#lib/db/product-list.ts'
import type { Access } from '#lib/domain/access.ts'
import type { ListedProductRow, ProductRow } from '#lib/domain/product.ts'
import { type NameSuggestion, nameSuggester } from '#lib/domain/suggest-names.ts'
import { accessOf, accountName } from '#lib/ontraport/rest/account.ts'

export type ListedProductPage = { products: ListedProductRow[]; nextCursor: string | null }

/**
 * One page of the merchant's products by item id, each with the name that
 * ONTRAPORT gets, the other items that send the same one, and names to choose
 * from while it has none. `malformed` for a cursor that is not ours.
 */
export async function listProducts(
  access: Access,
  query: ProductQuery,
): Promise<ListedProductPage> {
  requireDeed(access, 'read')
  const { products, nextCursor } = await listProductRows(prisma(), access.merchantId, query)
  return { products: await withSuggestions(access.merchantId, products), nextCursor }
}

async function withSuggestions(
  merchantId: string,
  products: readonly ProductRow[],
): Promise<ListedProductRow[]> {
  const isNamed = (product: ProductRow) => product.nameSource !== 'item-id'
  if (products.every(isNamed)) return products.map((product) => ({ ...product, suggestions: [] }))
  const suggest = nameSuggester(await loadNames(merchantId))
  return products.map((product) => ({
    ...product,
    suggestions: isNamed(product) ? [] : suggest(product),
  }))
}

/** The names in use here, and those that ONTRAPORT's account has. */
async function loadNames(merchantId: string): Promise<NameSuggestion[]> {
  const [inUse, inAccount] = await Promise.all([
    loadNamesInUse(prisma(), merchantId),
    loadListedNames(merchantId),
  ])
  const known = new Set(inUse.map(({ name }) => name))
  return [...inUse, ...inAccount.flatMap((name) => (known.has(name) ? [] : [{ name, usedBy: [] }]))]
}

async function loadListedNames(merchantId: string): Promise<string[]> {
  const connection = await findConnection(prisma(), merchantId)
  const app = connection?.app ?? null
  if (app === null) return []
  const account = accountName(accessOf(app))
  const listing = await loadListing(prisma(), { merchantId, account })
  return (listing?.products ?? []).map(({ name }) => name)
}
