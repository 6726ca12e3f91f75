import type { Db } from './client.ts'

/**
 * Takes a run that one process of all does once a day; false when it is done or
 * another is at it. A process that dies keeps it for an hour at the most.
 */
export async function claimDailyRun(db: Db, name: string, now: Date): Promise<boolean> {
  await db.$executeRaw`INSERT INTO daily_run (name) VALUES (${name}) ON CONFLICT DO NOTHING`
  const count = await db.$executeRaw`
    UPDATE daily_run SET busy_until = ${now}::timestamptz + interval '1 hour'
    WHERE name = ${name} AND busy_until <= ${now}
      AND coalesce(finished_at <= ${now}::timestamptz - interval '23 hours', true)`
  return count === 1
}

export async function finishDailyRun(db: Db, name: string, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE daily_run SET finished_at = ${now}, busy_until = ${now} WHERE name = ${name}`
}
