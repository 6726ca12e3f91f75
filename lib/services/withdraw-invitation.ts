import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { isUuid } from '#lib/db/cursors.ts'
import { withdrawInvitation as takeBack } from '#lib/db/invitations.ts'
import type { Access } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'

/** Takes an invitation back: its link stops working at once. `not-found` once it is accepted or withdrawn. */
export async function withdrawInvitation(access: Access, id: string): Promise<void> {
  requireDeed(access, 'own')
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    const invitation = isUuid(id) ? await takeBack(db, { merchantId, id }) : null
    if (invitation === null)
      throw new AppError('not-found', 'This invitation has been accepted or withdrawn already.')
    const { email, role } = invitation
    const details = { email, role }
    await insertAuditEntry(db, { merchantId, actor, action: 'invitation.withdrawn', details })
  })
}
