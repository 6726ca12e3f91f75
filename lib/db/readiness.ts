import type { Db } from './client.ts'

export type Readiness = {
  isMigrated: boolean
  /** Whether some process is taking transmissions from the queue. */
  hasWorker: boolean
}

/** What the database says of itself and of the relay; throws when it does not answer. */
export async function loadReadiness(db: Db): Promise<Readiness> {
  const [found] = await db.$queryRaw<{ hasRecord: boolean; hasWorker: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "hasRecord",
      EXISTS (SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'relay-queue-worker') AS "hasWorker"`
  if (found === undefined || !found.hasRecord) return { isMigrated: false, hasWorker: false }
  return { isMigrated: await isMigrated(db), hasWorker: found.hasWorker }
}

async function isMigrated(db: Db): Promise<boolean> {
  const [record] = await db.$queryRaw<{ done: number; open: number }[]>`
    SELECT count(finished_at)::integer AS done, (count(*) - count(finished_at))::integer AS open
    FROM _prisma_migrations WHERE rolled_back_at IS NULL`
  return record !== undefined && record.done > 0 && record.open === 0
}
