import type { Client } from 'pg'
import { AppError } from '#lib/errors.ts'
import { listTables } from './tables.ts'

/** Tables that have rows before anybody did anything. */
const FILLED_BY_ITSELF = [
  'setup_link',
  'ultracart_turn',
  'daily_run',
  'transmission_hour_progress',
  'storage_reading',
]

/**
 * Makes room for a backup: takes the empty tables of another version away.
 * Throws `conflict`, and changes nothing, when the database holds anything, or
 * a product is at work on it.
 */
export async function clearDatabase(client: Client): Promise<void> {
  await requireAlone(client)
  await requireEmpty(client)
  await client.query('BEGIN')
  for (const { table } of await listTables(client))
    await client.query(`DROP TABLE ${client.escapeIdentifier(table)} CASCADE`)
  await client.query('DROP TABLE IF EXISTS _prisma_migrations')
  await client.query('DROP SCHEMA IF EXISTS pgboss CASCADE')
  await dropFunctions(client)
  await client.query('COMMIT')
}

async function requireAlone(client: Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND application_name IN ('relay', 'relay-queue-worker', 'relay-queue-sender')`,
  )
  if (rows.length === 0) return
  throw new AppError(
    'conflict',
    'The product is running on this database: stop it, and every worker, then restore. Nothing was changed.',
  )
}

async function requireEmpty(client: Client): Promise<void> {
  const tables = await listTables(client)
  const { rows } = await client.query<{ isOurs: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "isOurs"`,
  )
  if (tables.length > 0 && rows[0]?.isOurs !== true)
    throw new AppError(
      'conflict',
      'The database holds tables of another program. Nothing was changed.',
    )
  for (const { table } of tables.filter((each) => !FILLED_BY_ITSELF.includes(each.table)))
    await requireNoRow(client, table)
}

async function requireNoRow(client: Client, table: string): Promise<void> {
  const found = await client.query(`SELECT FROM ${client.escapeIdentifier(table)} LIMIT 1`)
  if (found.rowCount === 0) return
  throw new AppError(
    'conflict',
    `The database is not empty (${table} has rows): restore into a new DATA_DIR, or an empty database. Nothing was changed.`,
  )
}

async function dropFunctions(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p
     WHERE p.pronamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  )
  for (const { name } of rows) await client.query(`DROP FUNCTION ${name} CASCADE`)
}
