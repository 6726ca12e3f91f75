import { type Client, DatabaseError } from 'pg'
import { StartError } from '#lib/errors.ts'

const OLDEST_VERSION = 15

/**
 * Connects, or throws a `StartError` that says in one sentence, without the
 * password, what is wrong: not reachable, not let in, or too old.
 */
export async function connectOrExplain(client: Client): Promise<void> {
  const place = `The database ${client.database} at ${client.host}:${client.port}`
  try {
    await client.connect()
  } catch (cause) {
    throw new StartError(`${place} ${explain(cause)}.`, { cause })
  }
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version_num')::int / 10000 AS version",
  )
  const version = Number(rows[0]?.version)
  if (version >= OLDEST_VERSION) return
  await client.end()
  throw new StartError(
    `${place} is PostgreSQL ${version}: version ${OLDEST_VERSION} or newer is needed.`,
  )
}

/** The server's refusals come with a code and a text of their own; anything else means that it was not reached. */
function explain(cause: unknown): string {
  if (cause instanceof DatabaseError) return `refuses us: ${cause.message}`
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  return `cannot be reached (${reason}): check DATABASE_URL and that PostgreSQL runs there`
}
