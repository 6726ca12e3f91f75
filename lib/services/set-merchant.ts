import { insertAuditEntry } from '#lib/db/audit.ts'
import { type Db, inTransaction } from '#lib/db/client.ts'
import {
  type Connection,
  type ConnectionChange,
  findConnection,
  replaceWebhookPassword,
  saveConnection,
} from '#lib/db/connections.ts'
import { renameMerchant } from '#lib/db/merchants.ts'
import { OPERATOR } from '#lib/domain/access.ts'
import {
  checkApiKey,
  checkMerchantName,
  checkWebhookPassword,
  checkWebhookUser,
} from '#lib/domain/account-fields.ts'
import { changeRelayRules, type RuleChange } from '#lib/domain/change-relay-rules.ts'
import type { ConnectionMethod } from '#lib/domain/connection.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { AppError } from '#lib/errors.ts'
import { requireFields } from '#lib/field-check.ts'
import { resumeConnection } from '#lib/queue/resume-connection.ts'

export type MerchantChange = {
  name?: string
  method?: ConnectionMethod
  apiKey?: string
  webhookUser?: string
  webhookPassword?: string
  rules?: readonly RuleChange[]
}

const PREVIOUS_PASSWORD_VALID_MS = 24 * 60 * 60 * 1000

/**
 * Changes what is given of a merchant and its connection, for the operator. A new
 * API key lifts a pause and releases what waits, untested; a new webhook password
 * leaves the one before valid for 24 hours. `changed` names what was given.
 * `not-found` for an unknown merchant, `malformed` names the field.
 */
export async function setMerchant(
  merchantId: string,
  change: MerchantChange,
  now: Date = new Date(),
): Promise<{ merchantId: string; changed: string[] }> {
  checkFields(change)
  const changed = changedNames(change)
  await inTransaction(async (db) => {
    const connection = await findConnection(db, merchantId)
    if (connection === null)
      throw new AppError('not-found', `There is no merchant "${merchantId}".`)
    await saveChange(db, connection, change, now)
    await insertAuditEntry(db, {
      merchantId,
      actor: OPERATOR,
      action: 'merchant.changed',
      details: { changed },
    })
  })
  return { merchantId, changed }
}

function checkFields({ name, apiKey, webhookUser, webhookPassword }: MerchantChange): void {
  requireFields(
    name === undefined ? null : checkMerchantName(name),
    apiKey === undefined ? null : checkApiKey(apiKey),
    webhookUser === undefined ? null : checkWebhookUser(webhookUser),
    webhookPassword === undefined ? null : checkWebhookPassword(webhookPassword),
  )
}

function changedNames({ rules = [], ...fields }: MerchantChange): string[] {
  return [...Object.keys(fields), ...rules.map(([name]) => name)]
}

async function saveChange(
  db: Db,
  connection: Connection,
  change: MerchantChange,
  now: Date,
): Promise<void> {
  const { name, webhookPassword, rules = [], ...fields } = change
  const { merchantId } = connection
  if (name !== undefined) await renameMerchant(db, merchantId, name.trim())
  await saveConnection(db, merchantId, toConnectionChange(fields, connection.rules, rules, now))
  if (webhookPassword !== undefined)
    await replaceWebhookPassword(db, merchantId, {
      password: webhookPassword,
      previousValidUntil: new Date(now.getTime() + PREVIOUS_PASSWORD_VALID_MS),
    })
  if (fields.apiKey !== undefined) await resumeConnection(db, merchantId)
}

function toConnectionChange(
  fields: ConnectionChange,
  rules: RelayRules,
  changes: readonly RuleChange[],
  now: Date,
): ConnectionChange {
  const changed = changeRelayRules(rules, changes, now)
  if (changed.kind === 'invalid') throw new AppError('malformed', changed.reason)
  return { ...fields, rules: changed.rules }
}
