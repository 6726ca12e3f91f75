import type { Client } from 'pg'

export const LOG_MONTHS = 12

/**
 * Fills a store's log, on top of what is there, until it has this many rows: a
 * year of sales, most of them sent, with refunds, auto orders, what waits for
 * payment and what failed in their usual shares. Rows only, without their texts.
 */
export async function fillYear(client: Client, merchantId: string, size: number): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM transmission WHERE merchant_id = $1',
    [merchantId],
  )
  const [{ count } = { count: 0 }] = rows
  await client.query(
    `SELECT ensure_partitions(now() - make_interval(months => $1::integer), $1::integer)::text`,
    [LOG_MONTHS],
  )
  await client.query(INSERT_ROWS, [merchantId, count, size, LOG_MONTHS])
  await client.query(COUNT_HOURS_AGAIN)
  await client.query('VACUUM ANALYZE')
}

const INSERT_ROWS = `
  INSERT INTO transmission (id, merchant_id, type, status, reason_code, reason, description, stream_kind,
    reference, position, email, amount_minor, currency, response_code, attempt_count, created_at,
    started_at, finished_at)
  SELECT overlay(uuid_v7_floor(moment)::text PLACING lpad(to_hex(n), 12, '0') FROM 25)::uuid, $1,
    type, status, CASE status WHEN 'held' THEN 'stage-before-payment' WHEN 'failed' THEN 'refused' END,
    CASE status WHEN 'held' THEN 'Waiting for payment: the order is in Accounts Receivable'
      WHEN 'failed' THEN 'ONTRAPORT refused it' END,
    initcap(type) || ' of order LOG-' || n || ' to Robin Example', 'order', 'LOG-' || n, 1,
    'buyer' || n % 200000 || '@example.com', 1000 + n % 20000, 'USD',
    CASE status WHEN 'sent' THEN 200 WHEN 'failed' THEN 400 END, (status <> 'held')::integer, moment,
    moment, CASE WHEN status <> 'held' THEN moment + interval '40 milliseconds' END
  FROM (
    SELECT n, date_trunc('milliseconds',
        now() - make_interval(months => $4::integer) * (($3::bigint - n)::float / $3::bigint)) AS moment,
      CASE WHEN n % 50 = 0 THEN 'refund' WHEN n % 20 = 1 THEN 'auto-order-status' ELSE 'sale' END AS type,
      CASE WHEN n % 1000 = 3 THEN 'failed' WHEN n % 400 = 7 THEN 'held' ELSE 'sent' END AS status
    FROM generate_series($2::bigint + 1, $3::bigint) AS n) given`

// The hours were counted when the log was empty; the next count takes them all.
const COUNT_HOURS_AGAIN = `
  WITH emptied AS (DELETE FROM transmission_hour), unmarked AS (DELETE FROM transmission_hour_mark)
  UPDATE transmission_hour_progress SET counted_until = 'epoch'`
