import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import {
  listReconciledOrders as listRows,
  type OrderListQuery,
  type ReconciledOrderPage,
} from '#lib/db/reconciled-orders.ts'
import type { Access } from '#lib/domain/access.ts'

/**
 * One page of the orders placed in a period, newest first, with both totals of
 * each and what makes them differ. `malformed` for a cursor that is not ours.
 */
export async function listReconciledOrders(
  access: Access,
  query: Omit<OrderListQuery, 'merchantId'>,
): Promise<ReconciledOrderPage> {
  requireDeed(access, 'read')
  return listRows(prisma(), { ...query, merchantId: access.merchantId })
}
