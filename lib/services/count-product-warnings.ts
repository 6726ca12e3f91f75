import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { countProductWarnings as countRows } from '#lib/db/product-list.ts'
import type { Access } from '#lib/domain/access.ts'
import type { WarningCounts } from '#lib/domain/product-warnings.ts'

/** How many of the merchant's products are sent under a doubtful name, by the kind of doubt. */
export async function countProductWarnings(access: Access): Promise<WarningCounts> {
  requireDeed(access, 'read')
  return countRows(prisma(), access.merchantId)
}
