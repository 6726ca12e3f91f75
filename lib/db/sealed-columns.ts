import { reseal } from '#lib/secrets.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'

/** A column that holds sealed secrets, and the place that a value of it is bound to. */
export type SealedColumn = {
  table: string
  column: string
  /** The column that names the row. */
  key: string
  place: (key: string) => string
}

export function apiKeyPlace(merchantId: string): string {
  return `connection/${merchantId}/api-key`
}

export function appIdPlace(merchantId: string): string {
  return `connection/${merchantId}/app-id`
}

export function appKeyPlace(merchantId: string): string {
  return `connection/${merchantId}/app-key`
}

export function simpleKeyPlace(merchantId: string): string {
  return `connection/${merchantId}/simple-key`
}

export function webhookPasswordPlace(merchantId: string): string {
  return `connection/${merchantId}/webhook-password`
}

export function alertWebhookPlace(channelId: string): string {
  return `alert-channel/${channelId}/webhook-url`
}

const CONNECTION = { table: 'connection', key: 'merchant_id' }

/** All of them; a test holds the list against the database. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { ...CONNECTION, column: 'api_key_sealed', place: apiKeyPlace },
  { ...CONNECTION, column: 'app_id_sealed', place: appIdPlace },
  { ...CONNECTION, column: 'app_key_sealed', place: appKeyPlace },
  { ...CONNECTION, column: 'simple_key_sealed', place: simpleKeyPlace },
  { ...CONNECTION, column: 'webhook_password_sealed', place: webhookPasswordPlace },
  { ...CONNECTION, column: 'previous_webhook_password_sealed', place: webhookPasswordPlace },
  { table: 'alert_channel', column: 'webhook_url_sealed', key: 'id', place: alertWebhookPlace },
]

const BATCH_SIZE = 100

/** The key ids that values of all these columns are sealed with. */
export async function listUsedKeyIds(db: Db): Promise<string[]> {
  const columns = SEALED_COLUMNS.map(
    ({ table, column }) =>
      Prisma.sql`SELECT split_part(${Prisma.raw(column)}, '.', 2) AS id FROM ${Prisma.raw(table)}
        WHERE ${Prisma.raw(column)} IS NOT NULL`,
  )
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT id FROM (${Prisma.join(columns, ' UNION ALL ')}) used ORDER BY id`
  return rows.map((row) => row.id)
}

/**
 * Seals every value of a column anew that is not sealed with this key yet; gives
 * how many. A value that somebody else saves meanwhile stays as saved, and is
 * looked at again.
 */
export async function resealColumn(db: Db, sealed: SealedColumn, keyId: string): Promise<number> {
  let count = 0
  for (;;) {
    const rows = await findStale(db, sealed, keyId)
    if (rows.length === 0) return count
    count += await resealValues(db, sealed, rows)
  }
}

type SealedValue = { key: string; value: string }

function findStale(
  db: Db,
  { table, column, key }: SealedColumn,
  keyId: string,
): Promise<SealedValue[]> {
  return db.$queryRaw`
    SELECT ${Prisma.raw(key)}::text AS key, ${Prisma.raw(column)} AS value FROM ${Prisma.raw(table)}
    WHERE split_part(${Prisma.raw(column)}, '.', 2) <> ${keyId} LIMIT ${BATCH_SIZE}`
}

function resealValues(
  db: Db,
  { table, column, key, place }: SealedColumn,
  rows: readonly SealedValue[],
): Promise<number> {
  const before = rows.map((row) => row.value)
  const after = rows.map((row) => reseal(row.value, place(row.key)))
  return db.$executeRaw`
    UPDATE ${Prisma.raw(table)} AS one SET ${Prisma.raw(column)} = given.after
    FROM unnest(${rows.map((row) => row.key)}::text[], ${before}::text[], ${after}::text[])
      AS given (key, before, after)
    WHERE one.${Prisma.raw(key)}::text = given.key AND one.${Prisma.raw(column)} = given.before`
}
