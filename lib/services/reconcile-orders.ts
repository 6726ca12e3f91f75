import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadOrderAccounts } from '#lib/db/order-accounts.ts'
import { findLogBegin, loadCrossingRefunds } from '#lib/db/reconciled-orders.ts'
import type { Access } from '#lib/domain/access.ts'
import { type CurrencyReconciliation, reconcilePeriod } from '#lib/domain/reconcile-period.ts'

/** `logBeginsAt` (ISO 8601): what was told before the log begins counts as relayed; `null` when the log is empty. */
export type Reconciliation = { currencies: CurrencyReconciliation[]; logBeginsAt: string | null }

/**
 * Compares what UltraCart reported of the orders placed in a period (`from`
 * included, `to` not) with what ONTRAPORT accepted of them, each currency by
 * itself and the sandbox left out.
 */
export async function reconcileOrders(
  access: Access,
  { from, to }: { from: Date; to: Date },
): Promise<Reconciliation> {
  requireDeed(access, 'read')
  const period = { merchantId: access.merchantId, from, to }
  const [accounts, crossing, logBegin] = await Promise.all([
    loadOrderAccounts(prisma(), period),
    loadCrossingRefunds(prisma(), period),
    findLogBegin(prisma(), access.merchantId),
  ])
  return {
    currencies: reconcilePeriod(accounts, crossing),
    logBeginsAt: logBegin?.toISOString() ?? null,
  }
}
