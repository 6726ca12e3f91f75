import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadKnownProducts } from '#lib/db/product-lists.ts'
import type { Access } from '#lib/domain/access.ts'
import { type ProductListPlan, planProduct, summarizePlan } from '#lib/domain/product-list.ts'
import { readCopiedNames, readProductList } from '#lib/ultracart/products/read-product-list.ts'

/** Says what a list of items and product names would change, row by row, and changes nothing. `isCopied` for two columns copied from a spreadsheet. `malformed` for a file that is no such list. */
export async function previewProductsCsv(
  access: Access,
  { file, isCopied = false }: { file: Uint8Array; isCopied?: boolean },
): Promise<ProductListPlan> {
  requireDeed(access, 'edit')
  const listed = isCopied ? readCopiedNames(file) : readProductList(file)
  const itemIds = listed.map(({ itemId }) => itemId)
  const known = await loadKnownProducts(prisma(), access.merchantId, itemIds)
  return summarizePlan(listed.map((one) => planProduct(one, known.get(one.itemId))))
}
