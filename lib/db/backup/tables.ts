import type { Client } from 'pg'
import type { BackupTable } from './archive.ts'

/** Every table of the product with its columns, referenced ones before those that refer to them. */
export async function listTables(client: Client): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable & { needs: string[] }>(TABLES)
  const ordered: BackupTable[] = []
  const waiting = [...rows]
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ needs }) =>
      needs.every((name) => !waiting.some(({ table }) => table === name)),
    )
    const [found] = waiting.splice(Math.max(next, 0), 1)
    if (found !== undefined) ordered.push({ table: found.table, columns: found.columns })
  }
  return ordered
}

/** The first days of the months for which there are partitions. */
export async function listMonths(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ month: string }>(
    `SELECT DISTINCT replace(right(inhrelid::regclass::text, 7), '_', '-') || '-01' AS month
     FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND c.relname ~ '_\\d{4}_\\d{2}$'
     ORDER BY month`,
  )
  return rows.map((row) => row.month)
}

// Partitions come with the table that they are part of; what migrations are
// applied stands in the header. A table waits for those that its keys refer to.
const TABLES = `
  SELECT c.relname AS table,
    ARRAY(SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attnum) AS columns,
    ARRAY(SELECT DISTINCT o.relname::text FROM pg_constraint k JOIN pg_class o ON o.oid = k.confrelid
      WHERE k.conrelid = c.oid AND k.contype = 'f' AND o.oid <> c.oid) AS needs
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relname <> '_prisma_migrations'
  ORDER BY c.relname`
