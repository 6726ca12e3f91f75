import { isRole, type Role } from '#lib/domain/access.ts'
import type { MemberRow } from '#lib/domain/member.ts'
import type { Db } from './client.ts'

/** A merchant's members, owners first, then by how long they have been in. */
export async function loadMembers(db: Db, merchantId: string): Promise<MemberRow[]> {
  const rows = await db.$queryRaw<MemberColumns[]>`
    SELECT u.id AS "userId", u.email, u.name, m.role, m.created_at AS "joinedAt",
      u.last_sign_in_at AS "lastSignInAt"
    FROM membership m JOIN user_account u ON u.id = m.user_id
    WHERE m.merchant_id = ${merchantId}
    ORDER BY m.role <> 'owner', m.created_at, u.id`
  return rows.flatMap(toMember)
}

export type LockedMember = { userId: string; email: string; role: Role }

/** A merchant's members, kept from any other change until the transaction ends; always locked in one order. */
export async function lockMembers(db: Db, merchantId: string): Promise<LockedMember[]> {
  const rows = await db.$queryRaw<{ userId: string; email: string; role: string }[]>`
    SELECT m.user_id AS "userId", u.email, m.role
    FROM membership m JOIN user_account u ON u.id = m.user_id
    WHERE m.merchant_id = ${merchantId} ORDER BY m.user_id FOR UPDATE OF m`
  return rows.flatMap(({ role, ...member }) => (isRole(role) ? [{ ...member, role }] : []))
}

/** Makes somebody a member; one who is a member already keeps their role. */
export async function addMembership(
  db: Db,
  membership: { userId: string; merchantId: string; role: Role },
): Promise<void> {
  await db.membership.createMany({ data: [membership], skipDuplicates: true })
}

/** Takes somebody out of a merchant, and ends their sessions. */
export async function deleteMembership(
  db: Db,
  { userId, merchantId }: { userId: string; merchantId: string },
): Promise<void> {
  await db.membership.deleteMany({ where: { userId, merchantId } })
  await db.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } })
}

type MemberColumns = {
  userId: string
  email: string
  name: string
  role: string
  joinedAt: Date
  lastSignInAt: Date | null
}

function toMember({ role, joinedAt, lastSignInAt, ...member }: MemberColumns): MemberRow[] {
  if (!isRole(role)) return []
  const times = {
    joinedAt: joinedAt.toISOString(),
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  }
  return [{ ...member, role, ...times }]
}
