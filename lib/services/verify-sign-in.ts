import { prisma } from '#lib/db/client.ts'
import { findAccount, noteSignIn } from '#lib/db/users.ts'
import { checkEmail, normalizeEmail } from '#lib/domain/account-fields.ts'
import { logger } from '#lib/logger.ts'
import { verifyPassword } from '#lib/passwords.ts'
import { admitSignIn, forgiveSignIn } from '#lib/sign-in-limits.ts'

export type SignIn =
  | { userId: string; email: string; sessionVersion: number }
  | { refusal: 'wrong' | 'too-many' }

/**
 * Checks an email and a password. An unknown email and a wrong password get the
 * same answer after the same work. `address` is the caller's network address;
 * after 10 wrong tries for an account or 50 from an address within 15 minutes
 * every try is `too-many`, the right password included.
 */
export async function verifySignIn(given: {
  email: string
  password: string
  address: string
  deviceId?: string | null
}): Promise<SignIn> {
  const { address, deviceId = null } = given
  const attempt = { email: normalizeEmail(given.email), address, deviceId }
  if (!(await admitSignIn(attempt))) {
    logger.warn({ address }, 'sign-in.throttled')
    return { refusal: 'too-many' }
  }
  // What is no address is looked up nowhere; the work of a password check is done all the same.
  const isAddress = checkEmail(attempt.email) === null
  const account = isAddress ? await findAccount(prisma(), attempt.email) : null
  const isRight = await verifyPassword(account?.passwordHash ?? null, given.password)
  if (account === null || !isRight) return { refusal: 'wrong' }
  await forgiveSignIn(attempt)
  const { userId, email, sessionVersion } = account
  await noteSignIn(prisma(), userId, new Date())
  return { userId, email, sessionVersion }
}
