import { isRole } from '#lib/domain/access.ts'
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
