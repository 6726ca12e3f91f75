import type { Db } from './client.ts'

/** UltraCart tells one purchase by several deliveries within minutes: these count as one arrival. */
const TOGETHER_MINUTES = 10
const MOST_ARRIVALS = 300

/**
 * When the store's webhooks arrived last, newest first, those that came
 * together as one: for the busiest store that is two days and more. Each step
 * back is one look into the index, however many deliveries lie between.
 */
export async function loadArrivals(db: Db, merchantId: string): Promise<Date[]> {
  const rows = await db.$queryRaw<{ at: Date }[]>`
    WITH RECURSIVE arrival (at, number) AS (
      (SELECT received_at, 1 FROM delivery
       WHERE merchant_id = ${merchantId} AND source = 'webhook' AND error IS NULL
       ORDER BY received_at DESC LIMIT 1)
      UNION ALL
      SELECT (SELECT received_at FROM delivery
              WHERE merchant_id = ${merchantId} AND source = 'webhook' AND error IS NULL
                AND received_at < arrival.at - make_interval(mins => ${TOGETHER_MINUTES})
              ORDER BY received_at DESC LIMIT 1), arrival.number + 1
      FROM arrival WHERE arrival.at IS NOT NULL AND arrival.number < ${MOST_ARRIVALS}
    )
    SELECT at FROM arrival WHERE at IS NOT NULL ORDER BY at DESC`
  return rows.map(({ at }) => at)
}
