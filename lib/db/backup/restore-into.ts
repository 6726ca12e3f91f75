import { Client } from 'pg'
import { migrate, migrateTo } from '#lib/db/migrate.ts'
import { clearDatabase } from './clear-database.ts'
import { forgetSealed, type LostSecrets } from './forget-sealed.ts'
import { loadBackup } from './load-backup.ts'
import { markRestored } from './mark-restored.ts'
import type { OpenBackup } from './read-backup.ts'

export type Restored = {
  rowCounts: Record<string, number>
  pausedCount: number
  undecidedCount: number
  /** `null` where everything sealed can be read. */
  lost: LostSecrets | null
}

export type RestoreChoice = {
  now: Date
  /** The keys of what nobody can open any more. */
  lostKeyIds: readonly string[]
}

/**
 * Puts a backup into an empty database, all of it or, whatever happens, nothing:
 * first the tables as they were when it was made, then the rows in one
 * transaction, then the migrations that came later.
 */
export async function restoreInto(
  url: string,
  backup: OpenBackup,
  { now, lostKeyIds }: RestoreChoice,
): Promise<Restored> {
  const client = new Client({ connectionString: url, application_name: 'relay restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await clearDatabase(client)
    await migrateTo(
      url,
      backup.header.migrations.map(({ name }) => name),
    )
    await client.query('BEGIN')
    const rowCounts = await loadBackup(client, backup)
    const marked = await markRestored(client, { madeAt: backup.header.madeAt, now })
    const lost = lostKeyIds.length === 0 ? null : await forgetSealed(client, lostKeyIds)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    await migrate(url)
    return { rowCounts, ...marked, lost }
  } finally {
    await client.end()
  }
}
