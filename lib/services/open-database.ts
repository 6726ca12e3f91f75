import { disconnect } from '#lib/db/client.ts'
import { databaseUrl } from '#lib/db/database-url.ts'
import { joinEmbeddedPostgres, startEmbeddedPostgres } from '#lib/db/embedded-postgres.ts'
import { migrate } from '#lib/db/migrate.ts'
import { env } from '#lib/env.ts'
import { StartError } from '#lib/errors.ts'
import { closeSender } from '#lib/queue/boss.ts'

export type OpenDatabase = {
  /** Disconnects, and ends the server when this process had to start it. */
  close(): Promise<void>
}

/**
 * Gives a visitor (a command, a worker) the installation's database: the one of
 * DATABASE_URL, else the embedded PostgreSQL of the running product, else, where
 * `canStart` allows it, one started for the length of the visit. It is brought to
 * the program's version first, unless the visitor wants it `isAsFound`.
 *
 * @throws StartError one sentence on why there is none.
 */
export async function openDatabase({
  canStart = true,
  isAsFound = false,
} = {}): Promise<OpenDatabase> {
  const server = (await isThere()) ? null : await startForVisit(canStart)
  const close = async (): Promise<void> => {
    await closeSender()
    await disconnect()
    await server?.stop()
  }
  try {
    if (!isAsFound) await migrate(databaseUrl())
  } catch (error) {
    await close()
    throw error
  }
  return { close }
}

async function isThere(): Promise<boolean> {
  return env.DATABASE_URL !== undefined || joinEmbeddedPostgres(env.DATA_DIR)
}

function startForVisit(canStart: boolean): ReturnType<typeof startEmbeddedPostgres> {
  if (canStart) return startEmbeddedPostgres(env.DATA_DIR)
  throw new StartError(
    `No database runs for ${env.DATA_DIR}: start the product with "npm start" first, or set DATABASE_URL.`,
  )
}
