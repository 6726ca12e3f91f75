import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadNamesInUse } from '#lib/db/names-in-use.ts'
import { listProductRows, type ProductQuery } from '#lib/db/product-list.ts'
import type { Access } from '#lib/domain/access.ts'
import type { ListedProductRow, ProductRow } from '#lib/domain/product.ts'
import { nameSuggester } from '#lib/domain/suggest-names.ts'

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
  const suggest = nameSuggester(await loadNamesInUse(prisma(), merchantId))
  return products.map((product) => ({
    ...product,
    suggestions: isNamed(product) ? [] : suggest(product),
  }))
}
