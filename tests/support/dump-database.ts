/** Every row of every table as text, as somebody sees it who reads the database. */
export async function dumpDatabase(): Promise<string> {
  const { prisma } = await import('#lib/db/client.ts')
  const tables = await prisma().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname IN ('public', 'pgboss')`
  const parts: string[] = []
  for (const { name } of tables) {
    const rows = await prisma().$queryRawUnsafe<{ row: string }[]>(
      `SELECT one::text AS row FROM ${name} AS one`,
    )
    parts.push(...rows.map(({ row }) => row))
  }
  return parts.join('\n')
}
