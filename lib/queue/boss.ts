import { fromPrisma, PgBoss } from 'pg-boss'
import type { Db } from '#lib/db/client.ts'
import { databaseUrl } from '#lib/db/database-url.ts'
import type { Sql } from '#lib/db/pipeline.ts'
import { logger } from '#lib/logger.ts'

export const TRANSMISSION_QUEUE = 'transmission'

/** A worker that has not been heard from for this long is dead, and its jobs go to another. */
export const HEARTBEAT_SECONDS = 20

/** A job says only which transmission may be due; the row is the truth. */
export type TransmissionJob = { id: string }

export const ITEM_SYNC_QUEUE = 'item-sync'

export const ORDER_BACKFILL_QUEUE = 'order-backfill'

export const BULK_RESEND_QUEUE = 'bulk-resend'

/** Queues of runs that go on step by step: page by page from UltraCart, batch by batch to ONTRAPORT. */
export type RunQueue =
  | typeof ITEM_SYNC_QUEUE
  | typeof ORDER_BACKFILL_QUEUE
  | typeof BULK_RESEND_QUEUE

/** Likewise: the merchant whose run may go on by a step. */
export type RunJob = { merchantId: string }

const QUEUES = [TRANSMISSION_QUEUE, ITEM_SYNC_QUEUE, ORDER_BACKFILL_QUEUE, BULK_RESEND_QUEUE]

/** A pg-boss of this process: `worker` takes jobs and keeps house, `sender` only puts jobs in. */
export function makeBoss(role: 'worker' | 'sender'): PgBoss {
  const isWorker = role === 'worker'
  const boss = new PgBoss({
    connectionString: databaseUrl(),
    application_name: `relay-queue-${role}`,
    max: isWorker ? 4 : 2,
    supervise: isWorker,
    schedule: false,
    useListenNotify: isWorker,
    registerInstance: false,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  })
  boss.on('error', (error) => logger.warn({ err: error }, 'queue.failed'))
  return boss
}

/** Starts pg-boss, installs its tables when they are missing and makes the queues. */
export async function openBoss(role: 'worker' | 'sender'): Promise<PgBoss> {
  const boss = makeBoss(role)
  await boss.start()
  for (const queue of QUEUES)
    await boss.createQueue(queue, {
      // Transmissions have a line of their own.
      notify: queue !== TRANSMISSION_QUEUE,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: 600,
      retryLimit: 1_000_000,
      retryDelay: 1,
      deleteAfterSeconds: 300,
      retentionSeconds: 60 * 60 * 24 * 365,
    })
  return boss
}

/** `at`: not before then; `null` means at once. History waits for what is new. */
export type DueTransmission = {
  id: string
  merchantId: string
  at: Date | null
  isHistory: boolean
}

/** A job without a priority has 0, and a higher one goes first. */
const AFTER_NEWS = -1

let sender: Promise<PgBoss> | undefined

/** Puts jobs for these transmissions into the queue with the caller's transaction. */
export async function enqueueTransmissions(
  db: Sql,
  due: readonly DueTransmission[],
): Promise<void> {
  if (due.length === 0) return
  const boss = await openSender()
  const inserting = boss.insert(
    TRANSMISSION_QUEUE,
    due.map(({ id, merchantId, at, isHistory }) => ({
      data: { id } satisfies TransmissionJob,
      group: { id: merchantId },
      ...(isHistory ? { priority: AFTER_NEWS } : {}),
      ...(at === null ? {} : { startAfter: at }),
    })),
    { db: fromPrisma(db) },
  )
  const isAnyDue = due.some(({ at }) => at === null || at.getTime() <= Date.now())
  await Promise.all([inserting, isAnyDue ? wakeWorkers(db) : null])
}

const CHANNEL = 'relay_transmission'

/** Reaches the workers of every process once the transaction commits. */
async function wakeWorkers(db: Sql): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${CHANNEL}, '')`
}

/** Calls `wake` when transmissions were put into the queue, and after each break of the line; gives the way to stop. */
export async function onTransmissions(
  boss: PgBoss,
  wake: () => void,
): Promise<() => Promise<void>> {
  const line = await boss.getDb().listen?.(CHANNEL, wake, wake)
  return async () => line?.close()
}

/** Puts a job for a merchant's item sync into the queue with the caller's transaction. */
export function enqueueItemSync(db: Db, merchantId: string, at: Date | null): Promise<void> {
  return enqueueRun(db, ITEM_SYNC_QUEUE, { merchantId, at })
}

/** The same for the backfill of a merchant's orders. */
export function enqueueOrderBackfill(db: Db, merchantId: string, at: Date | null): Promise<void> {
  return enqueueRun(db, ORDER_BACKFILL_QUEUE, { merchantId, at })
}

/** And for a merchant's bulk resend. */
export function enqueueBulkResend(db: Db, merchantId: string, at: Date | null): Promise<void> {
  return enqueueRun(db, BULK_RESEND_QUEUE, { merchantId, at })
}

export async function enqueueRun(
  db: Db,
  queue: RunQueue,
  { merchantId, at }: { merchantId: string; at: Date | null },
): Promise<void> {
  const boss = await openSender()
  const job = {
    data: { merchantId } satisfies RunJob,
    ...(at === null ? {} : { startAfter: at }),
  }
  await boss.insert(queue, [job], { db: fromPrisma(db) })
}

function openSender(): Promise<PgBoss> {
  sender ??= openBoss('sender').catch((error: unknown) => {
    sender = undefined
    throw error
  })
  return sender
}

/** Ends this process's sender, if it has one. */
export async function closeSender(): Promise<void> {
  const closing = sender
  sender = undefined
  await (await closing)?.stop({ graceful: false })
}
