import type { Stage } from './stage.ts'

/**
 * Gives what has settled the times that it would have, had each order been told
 * when it was placed; what else there is spreads over the last five days. Ids
 * carry their time, so they change with it.
 */
export async function spreadOverDays({ sql }: Stage): Promise<void> {
  await sql(TO_ID + CHOOSE + MOVE)
}

const CHOOSE = `
  CREATE TEMP TABLE moved AS
    SELECT t.id, t.delivery_id, shift.back, pg_temp.to_id(t.id, t.created_at - shift.back) AS new_id
    FROM (SELECT * FROM transmission WHERE status IN ('sent', 'skipped', 'failed', 'held')) t
    LEFT JOIN order_figures f ON f.merchant_id = t.merchant_id AND f.order_id = t.reference
    CROSS JOIN LATERAL (SELECT CASE
      WHEN t.type = 'sale' THEN t.created_at - f.placed_at - interval '40 seconds'
      WHEN t.type = 'refund' THEN (t.created_at - f.placed_at) / 3
      ELSE (t.position + abs(hashtext(t.reference)) % 100) * interval '70 minutes' END AS back) shift
    WHERE shift.back > interval '0';`

const TO_ID = `
  CREATE FUNCTION pg_temp.to_id(id uuid, at timestamptz) RETURNS uuid LANGUAGE sql AS $$
    SELECT (substr(h, 1, 8) || '-' || substr(h, 9) || substr(id::text, 14))::uuid
    FROM lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') h
  $$;`

const MOVE = `
  UPDATE transmission t SET id = new_id, created_at = created_at - back,
    started_at = started_at - back, finished_at = finished_at - back,
    released_at = released_at - back
  FROM moved m WHERE m.id = t.id;
  UPDATE transmission_body b SET transmission_id = new_id FROM moved m WHERE m.id = transmission_id;
  UPDATE attempt a SET transmission_id = new_id, started_at = started_at - back,
    finished_at = finished_at - back
  FROM moved m WHERE m.id = transmission_id;
  UPDATE pixel_call p SET transmission_id = new_id, created_at = created_at - back
  FROM moved m WHERE m.id = transmission_id;
  UPDATE delivery d SET received_at = received_at - back
  FROM (SELECT delivery_id, max(back) AS back FROM moved GROUP BY 1) m WHERE m.delivery_id = d.id;
  DELETE FROM transmission_hour_mark;
  DELETE FROM transmission_hour;
  INSERT INTO transmission_hour
  SELECT merchant_id, date_trunc('hour', created_at, 'UTC'), is_sandbox, type, status,
    delay_bucket(status, created_at, finished_at), count(*)
  FROM transmission, transmission_hour_progress WHERE created_at < counted_until
  GROUP BY 1, 2, 3, 4, 5, 6;`
