import { requireDeed } from '#lib/access-check.ts'
import { countLeftOut, countStandings } from '#lib/db/bulk-resend-items.ts'
import { findBulkResend } from '#lib/db/bulk-resends.ts'
import { prisma } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import type { BulkResendView } from '#lib/domain/bulk-resend.ts'

/** The merchant's latest bulk resend and what became of what it sent; `null` before the first. */
export async function getBulkResend(access: Access): Promise<BulkResendView | null> {
  requireDeed(access, 'read')
  const run = await findBulkResend(prisma(), access.merchantId)
  if (run === null) return null
  const { runId, state, mode, startedBy, totalCount, queuedCount, message } = run
  const [leftOut, standings] = await Promise.all([
    countLeftOut(prisma(), runId),
    countStandings(prisma(), runId),
  ])
  return {
    runId,
    state,
    mode,
    startedBy,
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    totalCount,
    queuedCount,
    leftOut,
    standings,
    message,
  }
}
