import { join } from 'node:path'
import { type Program, runNode } from '#tests/support/program.ts'

/** Starts the bare server over the same PostgreSQL as the product's. */
export async function startBareIngest(
  databaseUrl: string,
): Promise<{ url: string; stop: Program['end'] }> {
  const program = runNode([join(import.meta.dirname, 'bare-ingest-server.ts'), databaseUrl])
  const [, url = ''] = await program.says(/^Ready on (\S+)$/m)
  return { url, stop: program.end }
}
