import { PrismaPg } from '@prisma/adapter-pg'
import { observePool } from '#lib/observe.ts'
import { databaseUrl } from './database-url.ts'
import { PrismaClient } from './generated/client.ts'

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
  const adapter = new PrismaPg({
    connectionString: databaseUrl(),
    max: POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    application_name: 'relay',
  })
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

/** Runs `deed` in one transaction: all of it is kept, or nothing when it throws. */
export function inTransaction<Result>(deed: (db: Db) => Promise<Result>): Promise<Result> {
  return prisma().$transaction(deed)
}

export async function disconnect(): Promise<void> {
  const closing = client
  client = undefined
  await closing?.$disconnect()
}
