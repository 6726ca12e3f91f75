import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { findAccount, savePassword } from '#lib/db/users.ts'
import type { Viewer } from '#lib/domain/access.ts'
import { checkPassword } from '#lib/domain/account-fields.ts'
import { AppError } from '#lib/errors.ts'
import { requireFields } from '#lib/field-check.ts'
import { hashPassword, verifyPassword } from '#lib/passwords.ts'
import { admitSignIn, forgiveSignIn } from '#lib/sign-in-limits.ts'

/**
 * Changes the password of whoever is signed in, which ends all their sessions;
 * gives the version that a session begun now has. `unauthorized` for a wrong
 * present password, `too-many` after 10 of those within 15 minutes, `malformed`
 * for a new one that will not do.
 */
export async function changePassword(
  viewer: Viewer,
  { current, next }: { current: string; next: string },
): Promise<{ sessionVersion: number }> {
  requireFields(checkPassword(next))
  await requireOwnPassword(viewer, current)
  const passwordHash = await hashPassword(next)
  const { userId, email: actor, memberships } = viewer
  return inTransaction(async (db) => {
    const sessionVersion = await savePassword(db, userId, passwordHash)
    for (const { merchantId } of memberships)
      await insertAuditEntry(db, { merchantId, actor, action: 'password.changed' })
    return { sessionVersion }
  })
}

/** Somebody at a browser that was left open may guess as little as anybody else. */
async function requireOwnPassword({ userId, email }: Viewer, password: string): Promise<void> {
  const attempt = { email, address: '', deviceId: `profile of ${userId}` }
  if (!(await admitSignIn(attempt)))
    throw new AppError('too-many', 'There were too many attempts. Wait a few minutes.')
  const account = await findAccount(prisma(), email)
  if (!(await verifyPassword(account?.passwordHash ?? null, password)))
    throw new AppError('unauthorized', 'The present password is another one.')
  await forgiveSignIn(attempt)
}
