import type { ConnectionMethod, Way } from '#lib/domain/connection.ts'
import { type RelayRules, readRelayRules } from '#lib/domain/relay-rules.ts'
import type { RestoreGap } from '#lib/domain/restore-gap.ts'
import { readSandboxAnswer, type SandboxAnswer } from '#lib/domain/sandbox.ts'
import { AppError } from '#lib/errors.ts'
import { seal, unseal } from '#lib/secrets.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import type { ConnectionModel } from './generated/models/Connection.ts'
import type { Sql } from './pipeline.ts'
import {
  apiKeyPlace,
  appIdPlace,
  appKeyPlace,
  simpleKeyPlace,
  webhookPasswordPlace,
} from './sealed-columns.ts'

/** How one merchant's store talks to ONTRAPORT, its secrets in clear: never handed to a log or a face. */
export type Connection = {
  merchantId: string
  method: ConnectionMethod
  way: Way
  isSandbox: boolean
  sandboxAnswer: SandboxAnswer
  /** The key of the receiver. */
  apiKey: string | null
  /** What opens ONTRAPORT's documented API. */
  app: AppCredentials | null
  /** The key of UltraCart's REST API. */
  simpleKey: string | null
  webhookUser: string
  /** The current one first, then the one before while it is still valid. */
  webhookPasswords: string[]
  pausedAt: Date | null
  pauseReason: string | null
  rules: RelayRules
  /** Set once it came back from a backup. */
  restoreGap: RestoreGap | null
}

export type AppCredentials = { appId: string; key: string }

/** For a query with `connection c`: what the chosen way needs has been entered. */
export const HAS_CREDENTIALS = Prisma.sql`(c.is_sandbox OR CASE c.way
  WHEN 'rest' THEN c.app_id_sealed IS NOT NULL AND c.app_key_sealed IS NOT NULL
  ELSE c.api_key_sealed IS NOT NULL END)`

type ConnectionRow = Omit<ConnectionModel, 'updatedAt'>

const CONNECTION_COLUMNS = Prisma.sql`merchant_id AS "merchantId", method, way, rules,
  is_sandbox AS "isSandbox", sandbox_answer AS "sandboxAnswer", api_key_sealed AS "apiKeySealed",
  app_id_sealed AS "appIdSealed", app_key_sealed AS "appKeySealed",
  simple_key_sealed AS "simpleKeySealed", webhook_user AS "webhookUser",
  webhook_password_sealed AS "webhookPasswordSealed",
  previous_webhook_password_sealed AS "previousWebhookPasswordSealed",
  previous_webhook_password_until AS "previousWebhookPasswordUntil",
  paused_at AS "pausedAt", pause_reason AS "pauseReason",
  restored_from AS "restoredFrom", restored_at AS "restoredAt"`

export async function findConnection(
  db: Sql,
  merchantId: string,
  now: Date = new Date(),
): Promise<Connection | null> {
  const [row] = await db.$queryRaw<ConnectionRow[]>`
    SELECT ${CONNECTION_COLUMNS} FROM connection WHERE merchant_id = ${merchantId}`
  return row === undefined ? null : toConnection(row, now)
}

/** Throws `not-found` for a merchant without a connection. */
export async function getConnection(db: Db, merchantId: string): Promise<Connection> {
  const connection = await findConnection(db, merchantId)
  if (connection === null) throw new AppError('not-found', 'There is no such merchant.')
  return connection
}

/** Throws `not-found` for a merchant without a connection, `conflict` for one without a simple key. */
export async function getKeyedConnection(
  db: Db,
  merchantId: string,
): Promise<Connection & { simpleKey: string }> {
  const connection = await getConnection(db, merchantId)
  const { simpleKey } = connection
  if (simpleKey === null) throw new AppError('conflict', 'Enter the simple key of UltraCart first.')
  return { ...connection, simpleKey }
}

/** What decides over the snapshots of a merchant. */
export type ConnectionPolicy = Pick<Connection, 'method' | 'isSandbox' | 'rules' | 'restoreGap'>

export async function loadPolicies(
  db: Sql,
  merchantIds: readonly string[],
): Promise<Map<string, ConnectionPolicy>> {
  const rows = await db.$queryRaw<ConnectionRow[]>`
    SELECT ${CONNECTION_COLUMNS} FROM connection WHERE merchant_id = ANY(${[...merchantIds]}::text[])`
  return new Map(
    rows.map(({ merchantId, method, isSandbox, rules, ...row }) => [
      merchantId,
      {
        method: readMethod(method),
        isSandbox,
        rules: toRules(rules),
        restoreGap: toRestoreGap(row),
      },
    ]),
  )
}

export type NewConnection = {
  merchantId: string
  method: ConnectionMethod
  apiKey: string | null
  webhookUser: string
  webhookPassword: string
  rules: RelayRules
}

export async function insertConnection(db: Db, connection: NewConnection): Promise<void> {
  const { merchantId, method, apiKey, webhookUser, webhookPassword, rules } = connection
  await db.connection.create({
    data: {
      merchantId,
      method,
      apiKeySealed: apiKey === null ? null : seal(apiKey, apiKeyPlace(merchantId)),
      webhookUser,
      webhookPasswordSealed: seal(webhookPassword, webhookPasswordPlace(merchantId)),
      rules,
    },
  })
}

export type ConnectionChange = {
  method?: ConnectionMethod
  way?: Way
  app?: AppCredentials
  isSandbox?: boolean
  sandboxAnswer?: SandboxAnswer
  apiKey?: string
  simpleKey?: string
  webhookUser?: string
  rules?: RelayRules
}

/** Changes what is given and leaves the rest; the webhook password has `replaceWebhookPassword`. */
export async function saveConnection(
  db: Db,
  merchantId: string,
  change: ConnectionChange,
): Promise<void> {
  const { apiKey, app, simpleKey, ...plain } = change
  const sealed = {
    ...(app === undefined
      ? {}
      : {
          appIdSealed: seal(app.appId, appIdPlace(merchantId)),
          appKeySealed: seal(app.key, appKeyPlace(merchantId)),
        }),
    ...(apiKey === undefined ? {} : { apiKeySealed: seal(apiKey, apiKeyPlace(merchantId)) }),
    ...(simpleKey === undefined
      ? {}
      : { simpleKeySealed: seal(simpleKey, simpleKeyPlace(merchantId)) }),
  }
  await db.connection.update({
    where: { merchantId },
    data: { ...plain, ...sealed, updatedAt: new Date() },
  })
}

/** Sets the password that UltraCart must bring; the one before stays valid until then. */
export async function replaceWebhookPassword(
  db: Db,
  merchantId: string,
  { password, previousValidUntil }: { password: string; previousValidUntil: Date },
): Promise<void> {
  const { webhookPasswordSealed } = await db.connection.findUniqueOrThrow({ where: { merchantId } })
  await db.connection.update({
    where: { merchantId },
    data: {
      webhookPasswordSealed: seal(password, webhookPasswordPlace(merchantId)),
      previousWebhookPasswordSealed: webhookPasswordSealed,
      previousWebhookPasswordUntil: previousValidUntil,
      updatedAt: new Date(),
    },
  })
}

/** Pauses the connection unless it is paused already; says whether this call did it. */
export async function pauseConnection(
  db: Sql,
  merchantId: string,
  reason: string,
  now: Date,
): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE connection SET paused_at = ${now}, pause_reason = ${reason}, updated_at = ${now}
    WHERE merchant_id = ${merchantId} AND paused_at IS NULL`
  return count === 1
}

/** Lifts the pause; says whether there was one. */
export async function unpauseConnection(db: Db, merchantId: string): Promise<boolean> {
  const { count } = await db.connection.updateMany({
    where: { merchantId, pausedAt: { not: null } },
    data: { pausedAt: null, pauseReason: null, updatedAt: new Date() },
  })
  return count === 1
}

/** The gap that a connection is paused for since its restore; `null` when it is not paused, or for another reason. */
export function restorePauseOf({
  pausedAt,
  restoreGap,
}: Pick<Connection, 'pausedAt' | 'restoreGap'>): RestoreGap | null {
  return restoreGap !== null && pausedAt?.getTime() === restoreGap.at.getTime() ? restoreGap : null
}

function toConnection(row: ConnectionRow, now: Date): Connection {
  const { merchantId } = row
  return {
    merchantId,
    method: readMethod(row.method),
    way: row.way === 'rest' ? 'rest' : 'receiver',
    app: toApp(row),
    isSandbox: row.isSandbox,
    sandboxAnswer: readSandboxAnswer(row.sandboxAnswer) ?? 'accept',
    apiKey: row.apiKeySealed === null ? null : unseal(row.apiKeySealed, apiKeyPlace(merchantId)),
    simpleKey:
      row.simpleKeySealed === null ? null : unseal(row.simpleKeySealed, simpleKeyPlace(merchantId)),
    webhookUser: row.webhookUser,
    webhookPasswords: validPasswordsSealed(row, now).map((sealed) =>
      unseal(sealed, webhookPasswordPlace(merchantId)),
    ),
    pausedAt: row.pausedAt,
    pauseReason: row.pauseReason,
    rules: toRules(row.rules),
    restoreGap: toRestoreGap(row),
  }
}

function toApp({ merchantId, appIdSealed, appKeySealed }: ConnectionRow): AppCredentials | null {
  if (appIdSealed === null || appKeySealed === null) return null
  return {
    appId: unseal(appIdSealed, appIdPlace(merchantId)),
    key: unseal(appKeySealed, appKeyPlace(merchantId)),
  }
}

function toRestoreGap({
  restoredFrom: from,
  restoredAt: at,
}: Pick<ConnectionRow, 'restoredFrom' | 'restoredAt'>): RestoreGap | null {
  return from === null || at === null ? null : { from, at }
}

function readMethod(stored: string): ConnectionMethod {
  return stored === 'pixel' ? 'pixel' : 'api'
}

function validPasswordsSealed(row: ConnectionRow, now: Date): string[] {
  const previous = row.previousWebhookPasswordSealed
  const until = row.previousWebhookPasswordUntil
  const isPreviousValid = previous !== null && until !== null && until > now
  return isPreviousValid ? [row.webhookPasswordSealed, previous] : [row.webhookPasswordSealed]
}

/** The column is written here alone, always from whole `RelayRules`; older rows may lack a choice. */
function toRules(stored: ConnectionRow['rules']): RelayRules {
  return readRelayRules(stored as Partial<RelayRules>)
}
