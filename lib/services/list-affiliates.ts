import { requireDeed } from '#lib/access-check.ts'
import { listAffiliateRows } from '#lib/db/affiliate-list.ts'
import { prisma } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import type { AffiliatePage } from '#lib/domain/affiliate-list.ts'

/**
 * One page of the merchant's affiliates by number, each with what ONTRAPORT was
 * last told; among them those that are known only because an order named them.
 * `malformed` for a cursor that is not ours.
 */
export async function listAffiliates(
  access: Access,
  page: { search: string; limit: number; cursor: string | null },
): Promise<AffiliatePage> {
  requireDeed(access, 'read')
  return listAffiliateRows(prisma(), access.merchantId, page)
}
