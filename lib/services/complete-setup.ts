import { insertAuditEntry } from '#lib/db/audit.ts'
import { type Db, inTransaction, prisma } from '#lib/db/client.ts'
import { insertConnection } from '#lib/db/connections.ts'
import { insertMerchant } from '#lib/db/merchants.ts'
import { isSetupLinkOpen, spendSetupLink } from '#lib/db/setup-links.ts'
import { hasAccounts, insertAccount, saveMembership } from '#lib/db/users.ts'
import {
  checkEmail,
  checkMerchantId,
  checkMerchantName,
  checkPassword,
  normalizeEmail,
} from '#lib/domain/account-fields.ts'
import { changeRelayRules } from '#lib/domain/change-relay-rules.ts'
import { DEFAULT_WEBHOOK_USER } from '#lib/domain/connection.ts'
import { DEFAULT_RELAY_RULES, type RelayRules } from '#lib/domain/relay-rules.ts'
import { AppError } from '#lib/errors.ts'
import { requireFields } from '#lib/field-check.ts'
import { hashPassword } from '#lib/passwords.ts'
import { switchSandbox } from '#lib/queue/switch-sandbox.ts'
import { makeSecret } from '#lib/secrets.ts'

export type Setup = {
  token: string
  email: string
  password: string
  merchantId: string
  merchantName: string
  /** Orders created before it tell nothing; null for no limit. */
  startDate: string | null
  /** Begins in the sandbox: nothing goes to ONTRAPORT until the store is put live. */
  isSandbox: boolean
}

/**
 * The first run: makes the first user an owner of the first merchant, with a
 * connection whose webhook password is made up. A merchant that the operator has
 * added before keeps its name and connection. `unauthorized` when the link is
 * wrong, used, or no longer needed; `malformed` names the field.
 */
export async function completeSetup(setup: Setup): Promise<{ merchantId: string }> {
  if (!(await isSetupLinkOpen(prisma(), setup.token))) throw linkRefused()
  const account = { ...setup, email: normalizeEmail(setup.email) }
  const rules = checkSetup(account)
  const passwordHash = await hashPassword(setup.password)
  await inTransaction(async (db) => {
    const isFirst = await spendSetupLink(db, setup.token, new Date())
    if (!isFirst || (await hasAccounts(db))) throw linkRefused()
    await makeMerchant(db, account, rules)
    if (setup.isSandbox)
      await switchSandbox(db, { merchantId: setup.merchantId, isSandbox: true, now: new Date() })
    await makeOwner(db, account, passwordHash)
  })
  return { merchantId: setup.merchantId }
}

function linkRefused(): AppError {
  return new AppError(
    'unauthorized',
    'This set-up link has been used or replaced. Sign in, or start the product again for a fresh link.',
  )
}

function checkSetup(setup: Setup): RelayRules {
  requireFields(
    checkEmail(setup.email),
    checkPassword(setup.password),
    checkMerchantId(setup.merchantId),
    checkMerchantName(setup.merchantName),
  )
  const changed = changeRelayRules(
    DEFAULT_RELAY_RULES,
    [['start-date', setup.startDate ?? 'none']],
    new Date(),
  )
  if (changed.kind === 'invalid') throw new AppError('malformed', changed.reason)
  return changed.rules
}

async function makeMerchant(db: Db, setup: Setup, rules: RelayRules): Promise<void> {
  const { merchantId, merchantName, email } = setup
  if (!(await insertMerchant(db, { merchantId, name: merchantName.trim() }))) return
  await insertConnection(db, {
    merchantId,
    method: 'api',
    apiKey: null,
    webhookUser: DEFAULT_WEBHOOK_USER,
    webhookPassword: makeSecret(),
    rules,
  })
  await insertAuditEntry(db, { merchantId, actor: email, action: 'merchant.added' })
}

async function makeOwner(
  db: Db,
  { email, merchantId }: Setup,
  passwordHash: string,
): Promise<void> {
  const userId = await insertAccount(db, { email, passwordHash })
  if (userId === null) throw linkRefused()
  await saveMembership(db, { userId, merchantId, role: 'owner' })
  await insertAuditEntry(db, { merchantId, actor: email, action: 'setup.completed' })
}
