import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadOrderAccounts } from '#lib/db/order-accounts.ts'
import { findLogGap, loadCrossingRefunds } from '#lib/db/reconciled-orders.ts'
import type { Access } from '#lib/domain/access.ts'
import { type CurrencyReconciliation, reconcilePeriod } from '#lib/domain/reconcile-period.ts'

/** `logBeginsAt` (ISO 8601): set when orders of the period have gone from the log; those that were told count as relayed. */
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
  const [accounts, crossing, logBeginsAt] = await Promise.all([
    loadOrderAccounts(prisma(), period),
    loadCrossingRefunds(prisma(), period),
    findLogGap(prisma(), period),
  ])
  return {
    currencies: reconcilePeriod(accounts, crossing),
    logBeginsAt: logBeginsAt?.toISOString() ?? null,
  }
}
