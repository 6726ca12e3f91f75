import type { Db } from './client.ts'

const MONTHS_AHEAD = 2

/** Makes the partitions of this month and the next ones where they are missing. */
export async function ensurePartitions(db: Db, now: Date): Promise<void> {
  await db.$queryRaw`SELECT ensure_partitions(${now}::timestamptz, ${MONTHS_AHEAD}::integer)::text`
}
