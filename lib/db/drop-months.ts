import { inTransaction, prisma } from './client.ts'
import { Prisma } from './generated/client.ts'

/** Waits no longer than this for a table that is in use: webhooks would wait behind it. */
const LOCK_TIMEOUT = '3s'

type Month = { name: string; month: string }

/**
 * Drops the months of the log that ended by `before` as whole tables: rows,
 * bodies and attempts. A month in which something still waits stays. Gives the
 * months dropped, such as `2024_11`.
 */
export async function dropLogMonths(before: Date): Promise<string[]> {
  const dropped: string[] = []
  for (const { month } of await listEndedMonths('transmission', before))
    if (await dropLogMonth(month)) dropped.push(month)
  return dropped
}

/** Drops months of bodies and deliveries that have become empty, one table at a time. */
export async function dropEmptyMonths(before: Date): Promise<string[]> {
  const found = [
    ...(await listEndedMonths('delivery', before)),
    ...(await listEndedMonths('transmission_body', before)),
  ]
  const dropped: string[] = []
  for (const { name } of found)
    if (await dropWhenNone(name, Prisma.empty, [name])) dropped.push(name)
  return dropped
}

function dropLogMonth(month: string): Promise<boolean> {
  const tables = ['transmission', 'transmission_body', 'attempt'].map((name) => `${name}_${month}`)
  const isOpen = Prisma.sql`WHERE status NOT IN ('sent', 'failed', 'skipped')`
  return dropWhenNone(`transmission_${month}`, isOpen, tables)
}

/** Drops tables unless the first has such rows. Nobody can add one in between: the table is locked. */
async function dropWhenNone(
  table: string,
  where: Prisma.Sql,
  tables: readonly string[],
): Promise<boolean> {
  return inTransaction(async (db) => {
    await db.$executeRaw`SELECT set_config('lock_timeout', ${LOCK_TIMEOUT}, true)`
    await db.$executeRaw`LOCK TABLE ${Prisma.raw(table)} IN ACCESS EXCLUSIVE MODE`
    const found = await db.$queryRaw<unknown[]>`SELECT 1 FROM ${Prisma.raw(table)} ${where} LIMIT 1`
    if (found.length > 0) return false
    for (const name of tables) await db.$executeRaw`DROP TABLE IF EXISTS ${Prisma.raw(name)}`
    return true
  })
}

function listEndedMonths(parent: string, before: Date): Promise<Month[]> {
  return prisma().$queryRaw`
    SELECT relname AS name, right(relname, 7) AS month
    FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid
    WHERE inhparent = ${parent}::regclass AND relname ~ '_\\d{4}_\\d{2}$'
      AND to_date(right(relname, 7), 'YYYY_MM') + interval '1 month' <= ${before}::timestamptz AT TIME ZONE 'UTC'
    ORDER BY relname`
}
