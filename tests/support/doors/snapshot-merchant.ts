import { runOn } from '#tests/support/databases.ts'

/** What each table holds of a merchant, as a sum: two snapshots are the same when nothing was changed. */
export function snapshotMerchant(
  databaseUrl: string,
  merchantId: string,
): Promise<Record<string, string>> {
  return runOn(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
       WHERE column_name = 'merchant_id' AND table_schema = 'public'
         AND table_type = 'BASE TABLE' ORDER BY 1`,
    )
    const sums: Record<string, string> = {}
    for (const { name } of rows) sums[name] = await sumOf(name)
    return sums

    async function sumOf(table: string): Promise<string> {
      const { rows: found } = await client.query<{ sum: string }>(
        `SELECT count(*) || ' rows, ' || coalesce(md5(string_agg(row::text, '' ORDER BY row::text)), '')
           AS sum FROM ${client.escapeIdentifier(table)} row WHERE merchant_id = $1`,
        [merchantId],
      )
      return found[0]?.sum ?? ''
    }
  })
}
