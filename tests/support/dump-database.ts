import { gunzipSync } from 'node:zlib'
import { unpackText } from '#lib/packed-text.ts'

/** Every row of every table as text, as somebody sees it who reads the database; what is packed is laid open. */
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
  return [...parts, ...(await openBodies())].join('\n')
}

async function openBodies(): Promise<string[]> {
  const { prisma } = await import('#lib/db/client.ts')
  const rows = await prisma().$queryRaw<{ packed: Uint8Array | null }[]>`
    SELECT body AS packed FROM delivery UNION ALL SELECT packed FROM stream
    UNION ALL SELECT packed FROM transmission_body UNION ALL SELECT packed_lines FROM transmission_body UNION ALL SELECT packed_request FROM attempt`
  return rows
    .flatMap(({ packed }) => (packed === null || packed.length === 0 ? [] : [packed]))
    .flatMap((bytes) => {
      const plain = unpackText(bytes)
      const texts = [plain[0] === 0x1f ? gunzipSync(plain).toString() : plain.toString()]
      const packed = texts[0]?.match(/H4sI[\w+/=-]+/)?.[0]
      return packed === undefined
        ? texts
        : [...texts, gunzipSync(Buffer.from(packed, 'base64')).toString()]
    })
}
