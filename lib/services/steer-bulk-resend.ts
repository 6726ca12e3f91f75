import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { moveBulkResend } from '#lib/db/bulk-resends.ts'
import { inTransaction } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import type { BulkResendState, BulkSteering } from '#lib/domain/bulk-resend.ts'
import { AppError } from '#lib/errors.ts'
import { enqueueBulkResend } from '#lib/queue/boss.ts'

const MOVES: Record<BulkSteering, { from: BulkResendState[]; to: BulkResendState; done: string }> =
  {
    pause: { from: ['running'], to: 'paused', done: 'paused' },
    resume: { from: ['paused'], to: 'running', done: 'resumed' },
    cancel: { from: ['running', 'paused'], to: 'cancelled', done: 'cancelled' },
  }

/** Pauses, resumes or cancels the run; what it has queued goes out all the same. `conflict` when there is no such run. */
export async function steerBulkResend(access: Access, steering: BulkSteering): Promise<void> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const { from, to, done } = MOVES[steering]
  await inTransaction(async (db) => {
    const run = await moveBulkResend(db, merchantId, { from, to, now: new Date() })
    if (run === null) throw new AppError('conflict', 'The run is not under way any more.')
    const { runId, queuedCount, leftOutCount } = run
    const details = { runId, queuedCount, leftOutCount }
    await insertAuditEntry(db, { merchantId, actor, action: `bulk-resend.${done}`, details })
    if (to === 'running') await enqueueBulkResend(db, merchantId, null)
  })
}
