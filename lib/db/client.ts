import { PrismaPg } from '@prisma/adapter-pg'
import { observePool } from '#lib/observe.ts'
import { databaseUrl } from './database-url.ts'
import { causesOf, codeOf } from './error-causes.ts'
import { PrismaClient } from './generated/client.ts'
import { statementNames } from './statement-names.ts'

/** A client or a transaction of it; what a function writes through it commits with the caller's transaction. */
export type Db = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>

const POOL_SIZE = 10
const TRANSACTION_TIMEOUT_MS = 30_000

let client: PrismaClient | undefined

/** The process's one client, made at its first use. */
export function prisma(): PrismaClient {
  client ??= new PrismaClient({
    adapter: observedAdapter(),
    transactionOptions: { maxWait: TRANSACTION_TIMEOUT_MS, timeout: TRANSACTION_TIMEOUT_MS },
  })
  return client
}

function observedAdapter() {
  const adapter = new PrismaPg(
    {
      connectionString: databaseUrl(),
      max: POOL_SIZE,
      connectionTimeoutMillis: 5_000,
      application_name: 'relay',
      // What a transaction asks for side by side goes out at once, instead of answer by answer. In
      // which order is Prisma's affair: only statements that do not need each other may go so.
      pipeline: true,
    },
    { statementNameGenerator: statementNames() },
  )
  return {
    provider: 'postgres' as const,
    adapterName: adapter.adapterName,
    connect: async () => {
      const connected = await adapter.connect()
      observePool(connected.underlyingDriver())
      return connected
    },
  }
}

const MOST_TRIES = 4

/**
 * Runs `deed` in one transaction: all of it is kept, or nothing when it throws.
 * One that PostgreSQL ended so that another could go on is run again, so a deed
 * must touch nothing but the database.
 */
export async function inTransaction<Result>(deed: (db: Db) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await prisma().$transaction(deed)
    } catch (error) {
      if (tries === MOST_TRIES || !isCollision(error)) throw error
    }
  }
}

/** PostgreSQL's deadlock and serialization failure, and Prisma's word for both. */
const COLLISION_CODES = new Set(['40P01', '40001', 'P2034'])

function isCollision(error: unknown): boolean {
  return [...causesOf(error)].some((cause) => COLLISION_CODES.has(codeOf(cause) ?? ''))
}

export async function disconnect(): Promise<void> {
  const closing = client
  client = undefined
  await closing?.$disconnect()
}
