import { disconnect } from '#lib/db/client.ts'
import { databaseUrl } from '#lib/db/database-url.ts'
import { startEmbeddedPostgres } from '#lib/db/embedded-postgres.ts'
import { migrate } from '#lib/db/migrate.ts'
import { env } from '#lib/env.ts'

export type RunningDatabase = {
  /** Disconnects, and ends the server when this process started it. */
  close(): Promise<void>
  /** Resolves when a server that this process started has ended, asked or not. */
  ended: Promise<void>
}

/**
 * Gives the product its database for as long as it runs: the one of
 * DATABASE_URL, else the embedded PostgreSQL in DATA_DIR, started here and
 * owned by this process. Either is brought to the program's version. `onLaunch`
 * is called once the rest is mostly waiting.
 *
 * @throws StartError one sentence on why there is none.
 */
export async function startDatabase(onLaunch: () => void): Promise<RunningDatabase> {
  const isEmbedded = env.DATABASE_URL === undefined
  if (!isEmbedded) onLaunch()
  const server = isEmbedded ? await startEmbeddedPostgres(env.DATA_DIR, {}, onLaunch) : null
  const close = async (): Promise<void> => {
    await disconnect()
    await server?.stop()
  }
  try {
    await migrate(databaseUrl())
  } catch (error) {
    await close()
    throw error
  }
  return { close, ended: server?.ended ?? new Promise(() => undefined) }
}
