import type { PgBoss } from 'pg-boss'
import { TRANSMISSION_QUEUE, type TransmissionJob } from './boss.ts'

/** All that are claimed are sent at once, so together they fit the sender’s pool of connections. */
const BATCH_SIZE = 16
const WORKERS = 4

/**
 * Takes jobs in batches and hands their transmissions to `deliver`. A job only
 * wakes: what is due stands in the rows, so a batch that throws is simply
 * tried again.
 */
export async function workTransmissions(
  boss: PgBoss,
  deliver: (transmissionIds: string[]) => Promise<void>,
): Promise<void> {
  await boss.work<TransmissionJob>(
    TRANSMISSION_QUEUE,
    {
      batchSize: BATCH_SIZE,
      localConcurrency: WORKERS,
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 2,
      // A backlog makes no notifications: while batches come back full the next is fetched at once.
      burstWhenBatchFull: true,
    },
    async (jobs) => deliver(jobs.map((job) => job.data.id)),
  )
}
