import { Client } from 'pg'

/**
 * Fills a merchant's log with rows of every kind and standing, newest first a
 * few minutes apart: mostly sent sales, as a store has them. They have no texts.
 */
export async function fillLog(
  databaseUrl: string,
  { merchantId, count }: { merchantId: string; count: number },
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `INSERT INTO transmission (id, merchant_id, type, status, reason_code, reason, description,
       stream_kind, reference, position, email, amount_minor, currency, response_code,
       attempt_count, created_at, started_at, finished_at, next_attempt_at)
     SELECT (substr(uuid_v7_floor(moment)::text, 1, 13) || '-7' || lpad(to_hex(n % 4096), 3, '0') || '-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       $1, type, status, code, reason, description, 'order', 'SHOP1-' || lpad(n::text, 8, '0'), 1,
       'buyer' || n || '@example.com', 1000 + (n * 7919) % 90000, 'USD',
       CASE status WHEN 'sent' THEN 200 WHEN 'failed' THEN 422 WHEN 'retrying' THEN 503 END,
       CASE status WHEN 'held' THEN 0 WHEN 'skipped' THEN 0 WHEN 'failed' THEN 3 ELSE 1 END,
       moment, moment,
       CASE WHEN status IN ('sent', 'failed', 'skipped') THEN moment + (n % 9 + 1) * interval '180 ms' END,
       CASE status WHEN 'retrying' THEN now() + interval '1 hour' END
     FROM (
       SELECT n, now() - n * interval '4 minutes' - interval '1 hour' AS moment,
         CASE n % 11 WHEN 3 THEN 'refund' WHEN 7 THEN 'auto-order-status' ELSE 'sale' END AS type,
         status, code, reason,
         CASE WHEN n % 13 = 0
           THEN 'Sale SHOP1-' || n || ': 40 items, 1,284.60 USD, Maximiliane-Theodora von und zu Hohenstein-Donnersmarck'
           ELSE 'Sale SHOP1-' || n || ': 2 items, 72.25 USD, Zoë Núñez' END AS description
       FROM generate_series(1, $2::integer) n,
       LATERAL (SELECT * FROM (VALUES
         (5, 'failed', 'refused', 'ONTRAPORT refused the message (HTTP 422): No such product'),
         (9, 'held', 'stage-before-payment', 'Waiting for payment: Accounts Receivable'),
         (14, 'skipped', 'test-order', 'A test order; the rule says: skip'),
         (19, 'retrying', 'unreachable', 'ONTRAPORT answered HTTP 503'),
         (NULL, 'sent', NULL, NULL)) standing (place, status, code, reason)
         WHERE place = n % 23 OR place IS NULL ORDER BY place NULLS LAST LIMIT 1) standing) filled`,
    [merchantId, count],
  )
  await client.end()
}
