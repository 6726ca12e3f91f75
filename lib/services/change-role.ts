import { requireDeed, requireOwnerLeft } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { lockMembers } from '#lib/db/members.ts'
import { saveMembership } from '#lib/db/users.ts'
import { type Access, ROLES } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'
import { requireChoice } from '#lib/field-check.ts'

/**
 * Gives a member another role, which ends their sessions. `not-found` for who is
 * no member, `conflict` when no owner would be left, `malformed` for no role.
 */
export async function changeRole(
  access: Access,
  given: { userId: string; role: string },
): Promise<void> {
  requireDeed(access, 'own')
  const role = requireChoice(given.role, { what: 'role', choices: ROLES })
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    const members = await lockMembers(db, merchantId)
    const member = members.find(({ userId }) => userId === given.userId)
    if (member === undefined)
      throw new AppError('not-found', 'This person is no member of the store any more.')
    const { userId, email } = member
    requireOwnerLeft(members, { userId, role })
    if ((await saveMembership(db, { userId, merchantId, role })) === 'same') return
    const details = { email, role, roleBefore: member.role }
    await insertAuditEntry(db, { merchantId, actor, action: 'membership.changed', details })
  })
}
