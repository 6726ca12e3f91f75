import { insertAuditEntry } from '#lib/db/audit.ts'
import { type Db, inTransaction } from '#lib/db/client.ts'
import {
  type Connection,
  type ConnectionChange,
  findConnection,
  replaceWebhookPassword,
  saveConnection,
} from '#lib/db/connections.ts'
import { saveMerchant } from '#lib/db/merchants.ts'
import { OPERATOR } from '#lib/domain/access.ts'
import {
  checkApiKey,
  checkAppId,
  checkMerchantName,
  checkWebhookPassword,
  checkWebhookUser,
} from '#lib/domain/account-fields.ts'
import { readApiKey } from '#lib/domain/api-key.ts'
import { changeRelayRules, type RuleChange } from '#lib/domain/change-relay-rules.ts'
import {
  CONNECTION_METHODS,
  type ConnectionMethod,
  WAYS,
  type Way,
} from '#lib/domain/connection.ts'
import { AppError } from '#lib/errors.ts'
import { requireChoice, requireFields } from '#lib/field-check.ts'
import { resumeConnection } from '#lib/queue/resume-connection.ts'
import { switchSandbox } from '#lib/queue/switch-sandbox.ts'
import { useWay } from '#lib/queue/use-way.ts'

export type MerchantChange = {
  name?: string
  method?: string
  /** `receiver` or `rest`. */
  way?: string
  /** With it `apiKey` is the key of ONTRAPORT's API, else the receiver's. */
  appId?: string
  apiKey?: string
  webhookUser?: string
  webhookPassword?: string
  /** `on` or `off`. */
  sandbox?: string
  rules?: readonly RuleChange[]
}

const PREVIOUS_PASSWORD_VALID_MS = 24 * 60 * 60 * 1000

/**
 * Changes what is given of a merchant and its connection, for the operator. A new
 * API key lifts a pause and releases what waits, untested; a new webhook password
 * leaves the one before valid for 24 hours; the sandbox is entered or left as by
 * `setSandbox`, a start date that is given staying as given. `changed` names what was given.
 * `not-found` for an unknown merchant, `malformed` names the field.
 */
export async function setMerchant(
  merchantId: string,
  change: MerchantChange,
  now: Date = new Date(),
): Promise<{ merchantId: string; changed: string[] }> {
  const changed = changedNames(change)
  if (changed.length === 0) throw new AppError('malformed', 'Say what to change.')
  const fields =
    change.apiKey === undefined ? change : { ...change, apiKey: readApiKey(change.apiKey) }
  checkFields(fields)
  if (fields.appId !== undefined && fields.apiKey === undefined)
    throw new AppError('malformed', 'An App ID needs its key: give both --app-id and --api-key.')
  await inTransaction(async (db) => {
    const connection = await findConnection(db, merchantId)
    if (connection === null)
      throw new AppError('not-found', `There is no merchant "${merchantId}".`)
    await saveChange(db, connection, fields, now)
    await insertAuditEntry(db, {
      merchantId,
      actor: OPERATOR,
      action: 'merchant.changed',
      details: { changed },
    })
  })
  return { merchantId, changed }
}

function checkFields({ name, appId, apiKey, webhookUser, webhookPassword }: MerchantChange): void {
  requireFields(
    name === undefined ? null : checkMerchantName(name),
    appId === undefined ? null : checkAppId(appId),
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
  const { merchantId } = connection
  const { name, apiKey, webhookPassword } = change
  if (name !== undefined) await saveMerchant(db, merchantId, { name: name.trim() })
  await saveConnection(db, merchantId, toConnectionChange(connection, change, now))
  if (webhookPassword !== undefined)
    await replaceWebhookPassword(db, merchantId, {
      password: webhookPassword,
      previousValidUntil: new Date(now.getTime() + PREVIOUS_PASSWORD_VALID_MS),
    })
  if (change.way !== undefined) await useWay(db, merchantId, { way: readWay(change.way), now })
  else if (apiKey !== undefined) await resumeConnection(db, merchantId)
  if (change.sandbox !== undefined)
    await switchSandbox(db, {
      merchantId,
      isSandbox: readSwitch(change.sandbox),
      isStartDateKept: change.rules?.some(([rule]) => rule === 'start-date') ?? false,
      now,
    })
}

function readSwitch(text: string): boolean {
  return requireChoice(text, { what: 'sandbox', choices: ['on', 'off'] }) === 'on'
}

function toConnectionChange(
  { rules }: Connection,
  { method, appId, apiKey, webhookUser, rules: changes = [] }: MerchantChange,
  now: Date,
): ConnectionChange {
  const changed = changeRelayRules(rules, changes, now)
  if (changed.kind === 'invalid') throw new AppError('malformed', changed.reason)
  return {
    rules: changed.rules,
    ...(method === undefined ? {} : { method: readMethod(method) }),
    ...toKeys(appId, apiKey),
    ...(webhookUser === undefined ? {} : { webhookUser }),
  }
}

function readMethod(text: string): ConnectionMethod {
  return requireChoice(text, { what: 'method', choices: CONNECTION_METHODS })
}

function toKeys(
  appId: string | undefined,
  apiKey: string | undefined,
): Pick<ConnectionChange, 'app' | 'apiKey'> {
  if (apiKey === undefined) return {}
  return appId === undefined ? { apiKey } : { app: { appId: appId.trim(), key: apiKey } }
}

function readWay(text: string): Way {
  return requireChoice(text, { what: 'way', choices: WAYS })
}
