import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { findOrderBackfill, type OrderBackfillRow } from '#lib/db/order-backfills.ts'
import type { Access } from '#lib/domain/access.ts'
import type { OrderBackfillView } from '#lib/domain/order-backfill.ts'

/** The merchant's latest backfill, as the Integration screen shows it; `null` before the first. */
export async function getOrderBackfill(access: Access): Promise<OrderBackfillView | null> {
  requireDeed(access, 'read')
  const run = await findOrderBackfill(prisma(), access.merchantId)
  return run === null ? null : toView(run)
}

function toView(run: OrderBackfillRow): OrderBackfillView {
  const { state, totalCount, faultyCount, firstFault, message } = run
  const counts = {
    told: run.toldCount,
    held: run.heldCount,
    skipped: run.skippedCount,
    unchanged: run.unchangedCount,
  }
  const isWaiting = state === 'running' && message !== null
  return {
    state,
    periodFrom: run.periodFrom.toISOString(),
    periodTo: run.periodTo.toISOString(),
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    foundCount: counts.told + counts.held + counts.skipped + counts.unchanged + faultyCount,
    totalCount,
    counts,
    faultyCount,
    firstFault,
    message,
    nextCallAt: isWaiting ? run.nextCallAt.toISOString() : null,
  }
}
