import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { listProductRows, type ProductPage } from '#lib/db/product-list.ts'
import type { Access } from '#lib/domain/access.ts'

/**
 * One page of the merchant's products by item id, each with the name that
 * ONTRAPORT gets and the other items that send the same one. `malformed` for a
 * cursor that is not ours.
 */
export async function listProducts(
  access: Access,
  page: { search: string; limit: number; cursor: string | null },
): Promise<ProductPage> {
  requireDeed(access, 'read')
  return listProductRows(prisma(), access.merchantId, page)
}
