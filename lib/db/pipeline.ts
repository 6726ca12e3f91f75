import { type PoolClient, type QueryConfig, type QueryResult, types } from 'pg'
import { retryCollisions } from './collisions.ts'
import { Prisma } from './generated/client.ts'
import { pool, statementName } from './pool.ts'

type Statement = readonly [query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]]

/** What a statement of our own SQL is run by: Prisma's client, a transaction of it, or a `Pipeline`. */
export type Sql = {
  $queryRaw<Rows = unknown>(...statement: Statement): Promise<Rows>
  $executeRaw(...statement: Statement): Promise<number>
  $queryRawUnsafe<Rows = unknown>(text: string, ...values: unknown[]): Promise<Rows>
}

/**
 * A transaction whose statements run in the order in which they are asked for,
 * so that one need not wait for the answer of the one before to see its effect.
 */
export type Pipeline = Sql & { readonly isInOrder: true }

const STATEMENT_TIMEOUT_MS = 30_000

/**
 * Runs `deed` in one transaction, as `inTransaction` does, on the way that
 * most messages go: past Prisma, which reads every value twice, and with all
 * statements that are asked for at once in one packet.
 */
export function inPipeline<Result>(deed: (db: Pipeline) => Promise<Result>): Promise<Result> {
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
  deed: (db: Pipeline) => Promise<Result>,
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
  deed: (db: Pipeline) => Promise<Result>,
): Promise<Result> {
  const begun = client.query('BEGIN')
  // Whatever made it fail makes the statements after it fail, too.
  begun.catch(() => undefined)
  const result = await deed({
    ...statementsBy((query) => client.query(query)),
    isInOrder: true,
  })
  const { command } = await client.query('COMMIT')
  if (command !== 'COMMIT') throw new Error('A statement failed, and its transaction went on.')
  return result
}

/** A connection that cannot even go back is not used again. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK')
    client.release()
  } catch {
    client.release(true)
  }
}

type TimedQuery = QueryConfig & { query_timeout: number }

function statementsBy(run: (query: TimedQuery) => Promise<QueryResult>): Sql {
  const ask = (text: string, values: unknown[]): Promise<QueryResult> =>
    run({
      name: statementName(text),
      text,
      values,
      types: VALUES,
      query_timeout: STATEMENT_TIMEOUT_MS,
    })
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

/** As Prisma gives them: amounts of 64 bits as `bigint`. */
const VALUES: Pick<typeof types, 'getTypeParser'> = {
  getTypeParser: (id: number, format?: string) =>
    id === types.builtins.INT8 ? BigInt : types.getTypeParser(id, format as 'text'),
}
