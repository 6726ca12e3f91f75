import { type PoolClient, type QueryConfig, type QueryResult, types } from 'pg'
import { retryCollisions } from './collisions.ts'
import { Prisma } from './generated/client.ts'
import { pool, statementName } from './pool.ts'

type Statement = readonly [query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]]

/** What runs SQL of our own: Prisma's client, a transaction of it, or a pipeline. */
export type Sql = {
  $queryRaw<Rows = unknown>(...statement: Statement): Promise<Rows>
  $executeRaw(...statement: Statement): Promise<number>
  $queryRawUnsafe<Rows = unknown>(text: string, ...values: unknown[]): Promise<Rows>
}

const TIMEOUT_MS = 30_000

/**
 * Runs `deed` in one transaction, as `inTransaction` does, on the way that most
 * messages go: past Prisma, which reads and writes every value once more. Its
 * statements run in the order in which they are asked for, so that what is asked
 * for side by side need not wait for answers, and still sees what came before it.
 */
export function inPipeline<Result>(deed: (db: Sql) => Promise<Result>): Promise<Result> {
  return retryCollisions(async () => {
    const client = await pool().connect()
    client.on('error', ignore)
    try {
      return await runIn(client, deed)
    } finally {
      client.off('error', ignore)
    }
  })
}

/** Single statements, each a transaction of its own. */
export function direct(): Sql {
  return statementsBy((query) => pool().query(query))
}

/** A connection that breaks also fails its statements, and they say so. */
function ignore(): void {}

async function runIn<Result>(
  client: PoolClient,
  deed: (db: Sql) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await commitAfter(client, deed)
    client.release()
    return result
  } catch (error) {
    await rollBack(client)
    throw error
  }
}

async function commitAfter<Result>(
  client: PoolClient,
  deed: (db: Sql) => Promise<Result>,
): Promise<Result> {
  const begun = client.query(timed('BEGIN'))
  // Whatever made it fail makes the statements after it fail, too.
  begun.catch(ignore)
  const result = await deed(statementsBy((query) => client.query(query)))
  const { command } = await client.query(timed('COMMIT'))
  if (command !== 'COMMIT') throw new Error('A statement failed, and its transaction went on.')
  return result
}

/** A connection that cannot even go back is not used again. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query(timed('ROLLBACK'))
    client.release()
  } catch {
    client.release(true)
  }
}

type TimedQuery = QueryConfig & { query_timeout: number }

function timed(text: string): TimedQuery {
  return { text, query_timeout: TIMEOUT_MS }
}

function statementsBy(run: (query: TimedQuery) => Promise<QueryResult>): Sql {
  const ask = (text: string, values: unknown[]): Promise<QueryResult> =>
    run({ ...timed(text), name: statementName(text), values, types: VALUES })
  const askFor = ([query, ...values]: Statement): Promise<QueryResult> => {
    const sql = 'text' in query ? query : Prisma.sql(query, ...values)
    return ask(sql.text, sql.values)
  }
  return {
    $queryRaw: async <Rows>(...statement: Statement) => (await askFor(statement)).rows as Rows,
    $executeRaw: async (...statement) => (await askFor(statement)).rowCount ?? 0,
    $queryRawUnsafe: async <Rows>(text: string, ...values: unknown[]) =>
      (await ask(text, values)).rows as Rows,
  }
}

/** As Prisma gives them: whole numbers of 64 bits as `bigint`. */
const VALUES: Pick<typeof types, 'getTypeParser'> = {
  getTypeParser: (id: number, format?: string) =>
    id === types.builtins.INT8 ? BigInt : types.getTypeParser(id, format as 'text'),
}
