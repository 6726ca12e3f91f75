import { insertAuditEntry } from '#lib/db/audit.ts'
import { type Db, inTransaction, prisma } from '#lib/db/client.ts'
import { getMerchant } from '#lib/db/merchants.ts'
import {
  type Account,
  findAccount,
  insertAccount,
  saveMembership,
  savePassword,
} from '#lib/db/users.ts'
import { OPERATOR, ROLES, type Role } from '#lib/domain/access.ts'
import { checkEmail, checkPassword, normalizeEmail } from '#lib/domain/account-fields.ts'
import { AppError } from '#lib/errors.ts'
import { requireChoice, requireFields } from '#lib/field-check.ts'
import { hashPassword, verifyPassword } from '#lib/passwords.ts'
import { makeSecret } from '#lib/secrets.ts'

export type NewUser = {
  email: string
  /** Null: made up for a new user, left as it is for one who exists. */
  password: string | null
  merchantId: string
  /** `owner`, `editor` or `viewer`. */
  role: string
}

export type AddedUser = {
  email: string
  merchantId: string
  role: Role
  /** Only when it was made up; shown this once. */
  password?: string
}

/**
 * Makes a user a member of a merchant, for the operator. One who exists gets the
 * further membership or the new role, and the password when another is given;
 * a changed role or password ends their sessions. `not-found` for an unknown
 * merchant, `malformed` names the field.
 */
export async function addUser(given: NewUser): Promise<AddedUser> {
  const role = requireChoice(given.role, { what: 'role', choices: ROLES })
  const user = { ...given, email: normalizeEmail(given.email), role }
  requireFields(
    checkEmail(user.email),
    given.password === null ? null : checkPassword(given.password),
  )
  await getMerchant(prisma(), given.merchantId)
  const account = await findAccount(prisma(), user.email)
  return account === null ? addNew(user) : addTo(account, user)
}

type Member = NewUser & { role: Role }

async function addNew(user: Member): Promise<AddedUser> {
  const { email, merchantId, role } = user
  const password = user.password ?? makeSecret()
  const passwordHash = await hashPassword(password)
  await inTransaction(async (db) => {
    const userId = await insertAccount(db, { email, passwordHash })
    if (userId === null) throw new AppError('conflict', `${email} has just been added; try again.`)
    await record(db, 'user.added', user)
    await saveMember(db, userId, user)
  })
  const added = { email, merchantId, role }
  return user.password === null ? { ...added, password } : added
}

async function addTo({ userId, passwordHash }: Account, user: Member): Promise<AddedUser> {
  const { email, password, merchantId, role } = user
  const isOther = password !== null && !(await verifyPassword(passwordHash, password))
  const newHash = isOther ? await hashPassword(password) : null
  await inTransaction(async (db) => {
    if (newHash !== null) {
      await savePassword(db, userId, newHash)
      await record(db, 'password.changed', user)
    }
    await saveMember(db, userId, user)
  })
  return { email, merchantId, role }
}

async function saveMember(db: Db, userId: string, user: Member): Promise<void> {
  const { merchantId, role } = user
  const saved = await saveMembership(db, { userId, merchantId, role })
  if (saved !== 'same') await record(db, `membership.${saved}`, user)
}

function record(db: Db, action: string, { merchantId, email, role }: Member): Promise<void> {
  return insertAuditEntry(db, { merchantId, actor: OPERATOR, action, details: { email, role } })
}
