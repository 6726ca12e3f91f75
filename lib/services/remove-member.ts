import { requireDeed, requireOwnerLeft } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { deleteMembership, lockMembers } from '#lib/db/members.ts'
import type { Access } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'

/**
 * Takes a member out of the store, which ends their sessions; their account
 * stays. `not-found` for who is no member, `conflict` when no owner would be left.
 */
export async function removeMember(access: Access, userId: string): Promise<void> {
  requireDeed(access, 'own')
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    const members = await lockMembers(db, merchantId)
    const member = members.find((candidate) => candidate.userId === userId)
    if (member === undefined)
      throw new AppError('not-found', 'This person is no member of the store any more.')
    requireOwnerLeft(members, { userId, role: null })
    await deleteMembership(db, { userId, merchantId })
    const details = { email: member.email, role: member.role }
    await insertAuditEntry(db, { merchantId, actor, action: 'membership.removed', details })
  })
}
