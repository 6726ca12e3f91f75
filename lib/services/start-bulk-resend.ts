import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { insertBulkResendItems } from '#lib/db/bulk-resend-items.ts'
import { beginBulkResend } from '#lib/db/bulk-resends.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { walkLog } from '#lib/db/walk-log.ts'
import type { Access } from '#lib/domain/access.ts'
import {
  BULK_RESEND_LIMIT,
  isResendable,
  type ResendMode,
  whyLeftOut,
} from '#lib/domain/bulk-resend.ts'
import { impersonalFilter } from '#lib/domain/impersonal-filter.ts'
import type {
  TransmissionFilter,
  TransmissionRow,
  TransmissionStatus,
} from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { enqueueBulkResend } from '#lib/queue/boss.ts'

export type BulkResendWish = {
  filter: TransmissionFilter
  /** Those of these statuses; one that was accepted goes out once more only when `sent` is named. */
  statuses: readonly TransmissionStatus[]
  mode: ResendMode
  /** A second run with the same one sends none of it twice. */
  nonce: string
}

/**
 * Begins to send once more what the filter finds now, oldest first; the worker
 * goes on with it. Gives how many the run takes and how many it leaves out;
 * `runId` is `null` when there is nothing to send, so that none was begun.
 * `conflict` while another run of the store is not over, and when there are
 * more than one run takes.
 */
export async function startBulkResend(
  access: Access,
  { filter, statuses, mode, nonce }: BulkResendWish,
): Promise<{ runId: string | null; totalCount: number; leftOutCount: number }> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const chosen = statuses.filter(
    (one) => isResendable(one) && (filter.status?.includes(one) ?? true),
  )
  const items = await collect(merchantId, { ...filter, status: chosen })
  const leftOutCount = items.filter(({ outcome }) => outcome !== null).length
  const totalCount = items.length - leftOutCount
  if (totalCount === 0) return { runId: null, totalCount, leftOutCount }
  const runId = newId()
  const remembered = impersonalFilter(filter)
  const startedAt = new Date()
  await inTransaction(async (db) => {
    const run = { merchantId, runId, mode, nonce, startedAt, startedBy: actor, filter: remembered }
    if (!(await beginBulkResend(db, { ...run, totalCount, leftOutCount })))
      throw new AppError('conflict', 'Another run is not over yet: wait for it, or cancel it.')
    await insertBulkResendItems(db, runId, items)
    const details = { runId, mode, ...remembered, status: chosen, totalCount, leftOutCount }
    await insertAuditEntry(db, { merchantId, actor, action: 'bulk-resend.started', details })
    await enqueueBulkResend(db, merchantId, null)
  })
  return { runId, totalCount, leftOutCount }
}

/** What the filter finds, oldest first, so that a sale goes before its refund. */
async function collect(merchantId: string, filter: TransmissionFilter) {
  if (filter.status?.length === 0) return []
  const connection = await findConnection(prisma(), merchantId)
  const rows: TransmissionRow[] = []
  for await (const page of walkLog(merchantId, filter)) {
    rows.push(...page)
    if (rows.length > BULK_RESEND_LIMIT)
      throw new AppError(
        'conflict',
        `There are more than ${BULK_RESEND_LIMIT.toLocaleString('en-US')}, which is the most that one run takes. Narrow the time range, and send them part by part.`,
      )
  }
  return rows.reverse().map((row) => ({
    id: row.id,
    status: row.status,
    attemptCount: row.attemptCount,
    outcome: whyLeftOut(row, connection?.isSandbox ?? false),
  }))
}
