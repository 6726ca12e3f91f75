import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { loadKnownProducts, savePlannedProducts } from '#lib/db/product-lists.ts'
import type { Access } from '#lib/domain/access.ts'
import { type ProductListPlan, planProduct, summarizePlan } from '#lib/domain/product-list.ts'
import { readCopiedNames, readProductList } from '#lib/ultracart/products/read-product-list.ts'

/**
 * Takes a list of items and product names in, all of it or nothing; faulty
 * rows are left out and counted. What changes is judged anew, so that a list
 * confirmed late undoes nothing unseen. `isCopied` for two columns copied from a
 * spreadsheet. `malformed` for a file that is no such list.
 */
export async function importProductsCsv(
  access: Access,
  { file, isCopied = false }: { file: Uint8Array; isCopied?: boolean },
): Promise<ProductListPlan['counts']> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const listed = isCopied ? readCopiedNames(file) : readProductList(file)
  return inTransaction(async (db) => {
    const itemIds = listed.map(({ itemId }) => itemId)
    const known = await loadKnownProducts(db, merchantId, itemIds)
    const planned = listed.map((one) => planProduct(one, known.get(one.itemId)))
    await savePlannedProducts(db, merchantId, planned)
    const { counts } = summarizePlan(planned)
    await insertAuditEntry(db, { merchantId, actor, action: 'products.imported', details: counts })
    return counts
  })
}
