import { PrismaPg } from '@prisma/adapter-pg'
import { retryCollisions } from './collisions.ts'
import { PrismaClient } from './generated/client.ts'
import { closePool, pool, statementName } from './pool.ts'

/** A client or a transaction of it; what a function writes through it commits with the caller's transaction. */
export type Db = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>

const TRANSACTION_TIMEOUT_MS = 30_000

let client: PrismaClient | undefined

/** The process's one client, made at its first use. */
export function prisma(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg(pool(), { statementNameGenerator: ({ sql }) => statementName(sql) }),
    transactionOptions: { maxWait: TRANSACTION_TIMEOUT_MS, timeout: TRANSACTION_TIMEOUT_MS },
  })
  return client
}

/**
 * Runs `deed` in one transaction: all of it is kept, or nothing when it throws.
 * One that PostgreSQL ended so that another could go on is run again, so a deed
 * must touch nothing but the database.
 */
export function inTransaction<Result>(deed: (db: Db) => Promise<Result>): Promise<Result> {
  return retryCollisions(() => prisma().$transaction(deed))
}

export async function disconnect(): Promise<void> {
  const closing = client
  client = undefined
  await closing?.$disconnect()
  await closePool()
}
