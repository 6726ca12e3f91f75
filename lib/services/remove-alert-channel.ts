import { requireDeed } from '#lib/access-check.ts'
import { deleteAlertChannel, findAlertChannel, loadAlertChannels } from '#lib/db/alert-channels.ts'
import { forgetToldCauses } from '#lib/db/alert-states.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { lockMerchant } from '#lib/db/merchants.ts'
import type { Access } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'

/** Takes a channel away; what was still to be sent to it is not. `not-found` for one that is not there. */
export async function removeAlertChannel(access: Access, id: string): Promise<void> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    await lockMerchant(db, merchantId)
    const channel = await findAlertChannel(db, merchantId, id)
    if (channel === null) throw new AppError('not-found', 'There is no such channel any more.')
    await deleteAlertChannel(db, id)
    if ((await loadAlertChannels(db, merchantId)).length === 0)
      await forgetToldCauses(db, merchantId)
    const { kind, target } = channel
    const details = { kind, target }
    await insertAuditEntry(db, { merchantId, actor, action: 'alert-channel.removed', details })
  })
}
