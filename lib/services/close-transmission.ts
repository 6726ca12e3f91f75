import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { findTransmission } from '#lib/db/log.ts'
import { lockStreams } from '#lib/db/streams.ts'
import { closeByHand } from '#lib/db/transmissions.ts'
import type { Access } from '#lib/domain/access.ts'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'
import { advanceStreams } from '#lib/queue/advance-streams.ts'

/**
 * Records a person's word on a transmission whose answer was lost (it arrived
 * or it did not), that waits for a failed sale, or that is not to be tried any
 * more, and lets its stream go on.
 * Throws `AppError`: `not-found`, or `conflict` when it is not one of these.
 */
export async function closeTransmission(
  access: Access,
  { id, as }: { id: string; as: 'sent' | 'failed' },
): Promise<TransmissionRow> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  return inTransaction(async (db) => {
    const found = await findTransmission(db, merchantId, id)
    if (found === null) throw new AppError('not-found', 'There is no such transmission.')
    await lockStreams(db, [found.stream])
    const reason = `${wordsFor(as, found.row.status)} by ${actor}`
    if (!(await closeByHand(db, { id, as, reason })))
      throw new AppError('conflict', 'This is no longer waiting for a decision.')
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'transmission.closed',
      details: { id, as },
    })
    await advanceStreams(db, [found.stream])
    return (await findTransmission(db, merchantId, id))?.row ?? found.row
  })
}

function wordsFor(as: 'sent' | 'failed', status: TransmissionRow['status']): string {
  if (as === 'sent') return 'Marked as arrived'
  return status === 'retrying' ? 'Trying again was stopped' : 'Closed without sending'
}
