import { isRole, type Membership, type Role, type Viewer } from '#lib/domain/access.ts'
import { newId } from '#lib/ids.ts'
import type { Db } from './client.ts'

export type Account = {
  userId: string
  email: string
  passwordHash: string
  sessionVersion: number
}

export async function findAccount(db: Db, email: string): Promise<Account | null> {
  const row = await db.user.findUnique({ where: { email } })
  return row === null ? null : { ...row, userId: row.id }
}

export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) !== null
}

/** The new user's id; null when the email is taken. */
export async function insertAccount(
  db: Db,
  account: { email: string; passwordHash: string; name?: string },
): Promise<string | null> {
  const id = newId()
  const { count } = await db.user.createMany({ data: [{ id, ...account }], skipDuplicates: true })
  return count === 1 ? id : null
}

/** Remembers when somebody last came in. */
export async function noteSignIn(db: Db, userId: string, now: Date): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { lastSignInAt: now } })
}

/** How the user is called, and the zone in which they read times. */
export async function saveUser(
  db: Db,
  userId: string,
  profile: { name: string; timeZone: string | null },
): Promise<void> {
  await db.user.update({ where: { id: userId }, data: profile })
}

/** Sets the password and ends the user's sessions; gives the version of those begun from now on. */
export async function savePassword(db: Db, userId: string, passwordHash: string): Promise<number> {
  const { sessionVersion } = await db.user.update({
    where: { id: userId },
    data: { passwordHash, sessionVersion: { increment: 1 } },
  })
  return sessionVersion
}

/** Makes the user a member, or changes the role, which ends the user's sessions. */
export async function saveMembership(
  db: Db,
  membership: { userId: string; merchantId: string; role: Role },
): Promise<'added' | 'changed' | 'same'> {
  const { userId, merchantId, role } = membership
  const { count: added } = await db.membership.createMany({
    data: [membership],
    skipDuplicates: true,
  })
  if (added === 1) return 'added'
  const { count: changed } = await db.membership.updateMany({
    where: { userId, merchantId, role: { not: role } },
    data: { role },
  })
  if (changed === 0) return 'same'
  await db.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } })
  return 'changed'
}

/** The user as they stand now; null when there is none, or the session is of an older version. */
export async function findViewerRow(
  db: Db,
  userId: string,
  sessionVersion: number,
): Promise<Viewer | null> {
  const user = await db.user.findFirst({ where: { id: userId, sessionVersion } })
  return user === null
    ? null
    : {
        userId,
        email: user.email,
        name: user.name,
        timeZone: user.timeZone,
        memberships: await loadMemberships(db, userId),
      }
}

async function loadMemberships(db: Db, userId: string): Promise<Membership[]> {
  const rows = await db.$queryRaw<{ merchantId: string; merchantName: string; role: string }[]>`
    SELECT merchant.id AS "merchantId", merchant.name AS "merchantName", membership.role
    FROM membership JOIN merchant ON merchant.id = membership.merchant_id
    WHERE membership.user_id = ${userId}::uuid
    ORDER BY membership.created_at, merchant.id`
  return rows.flatMap(({ role, ...merchant }) => (isRole(role) ? [{ ...merchant, role }] : []))
}
