import { Pool } from 'pg'
import { observePool } from '#lib/observe.ts'
import { databaseUrl } from './database-url.ts'
import { statementNames } from './statement-names.ts'

const POOL_SIZE = 10

let open: Pool | undefined

/** The process's connections, which Prisma and `inPipeline` share; made at the first use. */
export function pool(): Pool {
  open ??= openPool()
  return open
}

function openPool(): Pool {
  const opened = new Pool({
    connectionString: databaseUrl(),
    max: POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    application_name: 'relay',
    // What a transaction asks for side by side goes out at once, instead of answer by answer.
    pipeline: true,
  })
  // One that breaks while nobody uses it is replaced by the next that is needed.
  opened.on('error', () => undefined)
  observePool(opened)
  return opened
}

/** Closes them all, once those who have one gave it back. */
export async function closePool(): Promise<void> {
  const closing = open
  open = undefined
  await closing?.end()
}

/** One name a statement, whoever asks: each connection remembers it by its name. */
export const statementName = statementNames()
