import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { findTransmission } from '#lib/db/log.ts'
import { insertResendClick } from '#lib/db/transmissions.ts'
import type { Access } from '#lib/domain/access.ts'
import type { ResendMode } from '#lib/domain/bulk-resend.ts'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'
import { type QueuedAgain, queueAgain } from '#lib/queue/queue-again.ts'

export type Resend = {
  id: string
  /** The bytes that were sent before, or the message made anew with today's product names. */
  mode: ResendMode
  /** Made up for each click: the same nonce twice has one effect. */
  nonce: string
  isSentAllowed: boolean
}

/**
 * Sends a transmission once more and returns its row. Throws `AppError`:
 * `not-found`; `conflict` when it is being sent right now, was accepted
 * already and that is not allowed, or has nothing to send.
 */
export async function resendTransmission(access: Access, resend: Resend): Promise<TransmissionRow> {
  requireDeed(access, 'edit')
  const { merchantId } = access
  return inTransaction(async (db) => {
    const found = await findTransmission(db, merchantId, resend.id)
    if (found === null) throw new AppError('not-found', 'There is no such transmission.')
    const { nonce, id, mode, isSentAllowed } = resend
    const isNewClick = await insertResendClick(db, { merchantId, nonce, transmissionId: id })
    // The row as the click that came first has left it.
    const present = async () => (await findTransmission(db, merchantId, id))?.row ?? found.row
    if (!isNewClick) return present()
    const again = await queueAgain(db, { id, mode, isSentAllowed, trigger: 'manual' })
    if (again.kind === 'refused') throw new AppError('conflict', REFUSALS[again.why])
    await insertAuditEntry(db, {
      merchantId,
      actor: access.actor,
      action: 'transmission.resent',
      details: { id, mode, reference: found.row.reference },
    })
    return present()
  })
}

const REFUSALS: Record<Extract<QueuedAgain, { kind: 'refused' }>['why'], string> = {
  sending: 'This is being sent right now; wait for its outcome first.',
  'sent-already':
    'ONTRAPORT accepted this already; sending it again may book it twice. Confirm that you want to.',
  'sandbox-left':
    'This was made in the sandbox, which the store has left; it was never meant for ONTRAPORT.',
  'sandbox-on': 'The store is in the sandbox: go live first, then this can be sent to ONTRAPORT.',
  'nothing-to-send': 'There is nothing to send: this entry has no message.',
}
