import { insertAuditEntry } from '#lib/db/audit.ts'
import { type Db, inTransaction } from '#lib/db/client.ts'
import { insertConnection, type NewConnection } from '#lib/db/connections.ts'
import { insertMerchant } from '#lib/db/merchants.ts'
import { OPERATOR } from '#lib/domain/access.ts'
import {
  checkApiKey,
  checkMerchantId,
  checkMerchantName,
  checkWebhookPassword,
  checkWebhookUser,
} from '#lib/domain/account-fields.ts'
import { readApiKey } from '#lib/domain/api-key.ts'
import { changeRelayRules, type RuleChange } from '#lib/domain/change-relay-rules.ts'
import {
  CONNECTION_METHODS,
  type ConnectionMethod,
  DEFAULT_WEBHOOK_USER,
} from '#lib/domain/connection.ts'
import { DEFAULT_RELAY_RULES, type RelayRules } from '#lib/domain/relay-rules.ts'
import { webhookUrl } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { requireChoice, requireFields } from '#lib/field-check.ts'
import { hintOf, makeSecret } from '#lib/secrets.ts'

export type NewMerchant = {
  merchantId: string
  name?: string
  /** `api`, the default, or `pixel`. */
  method?: string
  apiKey?: string
  webhookUser?: string
  webhookPassword?: string
  rules?: readonly RuleChange[]
}

export type AddedMerchant = {
  merchantId: string
  name: string
  method: ConnectionMethod
  apiKeyHint: string | null
  webhookUrl: string
  webhookUser: string
  /** In clear this once, so that the operator can enter it at UltraCart. */
  webhookPassword: string
  startDate: string | null
}

const START_DAYS_BEFORE = 365

/**
 * Adds a merchant with its connection, for the operator. What is not given is
 * made up; the start date is 365 days before now unless a rule says otherwise.
 * `conflict` when the id is taken, `malformed` names the field.
 */
export async function addMerchant(
  given: NewMerchant,
  now: Date = new Date(),
): Promise<AddedMerchant> {
  const name = given.name?.trim() ?? given.merchantId
  const connection = toConnection(given, now)
  checkFields(connection, name)
  await inTransaction((db) => insertAll(db, connection, name))
  return toAdded(connection, name)
}

function toConnection(given: NewMerchant, now: Date): NewConnection {
  return {
    merchantId: given.merchantId,
    method: requireChoice(given.method ?? 'api', { what: 'method', choices: CONNECTION_METHODS }),
    apiKey: given.apiKey === undefined ? null : readApiKey(given.apiKey),
    webhookUser: given.webhookUser ?? DEFAULT_WEBHOOK_USER,
    webhookPassword: given.webhookPassword ?? makeSecret(),
    rules: chooseRules(given.rules ?? [], now),
  }
}

function chooseRules(changes: readonly RuleChange[], now: Date): RelayRules {
  const start = new Date(now)
  start.setUTCDate(start.getUTCDate() - START_DAYS_BEFORE)
  const defaults = { ...DEFAULT_RELAY_RULES, startDate: start.toISOString() }
  const changed = changeRelayRules(defaults, changes, now)
  if (changed.kind === 'invalid') throw new AppError('malformed', changed.reason)
  return changed.rules
}

function checkFields(connection: NewConnection, name: string): void {
  requireFields(
    checkMerchantId(connection.merchantId),
    checkMerchantName(name),
    connection.apiKey === null ? null : checkApiKey(connection.apiKey),
    checkWebhookUser(connection.webhookUser),
    checkWebhookPassword(connection.webhookPassword),
  )
}

async function insertAll(db: Db, connection: NewConnection, name: string): Promise<void> {
  const { merchantId, method } = connection
  if (!(await insertMerchant(db, { merchantId, name })))
    throw new AppError('conflict', `There is already a merchant "${merchantId}".`)
  await insertConnection(db, connection)
  await insertAuditEntry(db, {
    merchantId,
    actor: OPERATOR,
    action: 'merchant.added',
    details: { method },
  })
}

function toAdded(connection: NewConnection, name: string): AddedMerchant {
  const { merchantId, method, apiKey, webhookUser, webhookPassword, rules } = connection
  return {
    merchantId,
    name,
    method,
    apiKeyHint: apiKey === null ? null : hintOf(apiKey),
    webhookUrl: webhookUrl(merchantId),
    webhookUser,
    webhookPassword,
    startDate: rules.startDate,
  }
}
