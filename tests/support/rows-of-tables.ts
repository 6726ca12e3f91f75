import { runOn } from './databases.ts'

/** Every row of every table as JSON text, sorted; without the record of migrations and the queue. */
export function rowsOfTables(url: string): Promise<Record<string, string[]>> {
  return runOn(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
         AND relname <> '_prisma_migrations' ORDER BY relname`,
    )
    const rows: Record<string, string[]> = {}
    for (const { name } of tables.rows) {
      const found = await client.query<{ row: string }>(
        `SELECT to_jsonb(one)::text AS row FROM ${name} AS one ORDER BY to_jsonb(one)::text COLLATE "C"`,
      )
      rows[name] = found.rows.map(({ row }) => row)
    }
    return rows
  })
}
