import type { Db } from './client.ts'

/** Where counting the waiting transmissions stops. */
export const WAITING_COUNT_LIMIT = 10_000

export type ConnectionActivity = {
  /** Transmissions of the side that is on, live or sandbox, that wait to go out; at the most `WAITING_COUNT_LIMIT`. */
  waitingCount: number
  /** When the store last delivered something that could be read. */
  lastEventAt: Date | null
}

export async function loadConnectionActivity(
  db: Db,
  merchantId: string,
): Promise<ConnectionActivity> {
  const [activity] = await db.$queryRaw<ConnectionActivity[]>`
    SELECT
      (SELECT count(*)::integer FROM (
         SELECT FROM transmission
         WHERE merchant_id = ${merchantId} AND status IN ('queued', 'retrying')
           AND is_sandbox = (SELECT is_sandbox FROM connection WHERE merchant_id = ${merchantId})
         LIMIT ${WAITING_COUNT_LIMIT}
       ) waiting) AS "waitingCount",
      (SELECT received_at FROM delivery
       WHERE merchant_id = ${merchantId} AND source = 'webhook' AND error IS NULL
       ORDER BY received_at DESC LIMIT 1) AS "lastEventAt"`
  return activity ?? { waitingCount: 0, lastEventAt: null }
}
