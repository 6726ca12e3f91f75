import { requireDeed, requireOwnerLeft } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { deleteMembership, lockMembers } from '#lib/db/members.ts'
import type { Access } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'

/** Takes whoever asks out of the store, which ends their sessions. `conflict` when no owner would be left. */
export async function leaveMerchant(access: Access): Promise<void> {
  requireDeed(access, 'read')
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    const members = await lockMembers(db, merchantId)
    const self = members.find(({ email }) => email === actor)
    if (self === undefined) throw new AppError('not-found', 'You are no member of this store.')
    const { userId, role } = self
    requireOwnerLeft(members, { userId, role: null })
    await deleteMembership(db, { userId, merchantId })
    await insertAuditEntry(db, { merchantId, actor, action: 'membership.left', details: { role } })
  })
}
