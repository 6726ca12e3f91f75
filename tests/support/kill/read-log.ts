import { unpackText } from '#lib/packed-text.ts'
import { runOn } from '../databases.ts'

/** A transmission with the outcomes of its attempts, straight from the tables. */
export type LoggedTransmission = {
  merchantId: string
  reference: string
  label: string
  status: string
  scheduleStep: number
  /** In order; `null` for one that is not recorded. */
  outcomes: (string | null)[]
}

/** All transmissions, each stream in its order. */
export async function readLog(databaseUrl: string): Promise<LoggedTransmission[]> {
  const { rows } = await runOn(databaseUrl, (client) =>
    client.query<LoggedTransmission & { packed: Buffer | null }>(`
      SELECT t.merchant_id AS "merchantId", t.reference, t.status, t.schedule_step AS "scheduleStep",
        CASE t.type WHEN 'sale' THEN 'sale'
          WHEN 'refund' THEN 'refund ' || trim(to_char(t.amount_minor / 100.0, '999990.00'))
          ELSE body.event ->> 'word' END AS label, body.packed,
        array(SELECT a.outcome FROM attempt a WHERE a.transmission_id = t.id ORDER BY a.number) AS outcomes
      FROM transmission t JOIN transmission_body body ON body.transmission_id = t.id
      ORDER BY t.merchant_id, t.reference, t.position`),
  )
  return rows.map(({ packed, label, ...row }) => ({ ...row, label: label ?? wordOf(packed) }))
}

function wordOf(packed: Buffer | null): string {
  return packed === null ? '' : JSON.parse(unpackText(packed).toString()).word
}

/** The seconds that the oldest message under way has been so; 0 when there is none. */
export async function longestSendingSeconds(databaseUrl: string): Promise<number> {
  const { rows } = await runOn(databaseUrl, (client) =>
    client.query<{ seconds: number }>(`
      SELECT coalesce(max(extract(epoch FROM now() - started_at)), 0)::float AS seconds
      FROM transmission WHERE status = 'sending'`),
  )
  return rows[0]?.seconds ?? 0
}

/**
 * How many still have something coming that is near: waiting, under way, or
 * before their first retry. What stands behind a message that a person decides
 * on, or that has been lost twice and rests for minutes, is not counted.
 */
export async function countNearlyDue(databaseUrl: string): Promise<number> {
  const { rows } = await runOn(databaseUrl, (client) =>
    client.query<{ count: number }>(`
      SELECT count(*)::integer AS count FROM transmission t
      WHERE (t.status IN ('queued', 'sending') OR (t.status = 'retrying' AND t.schedule_step < 2))
        AND NOT EXISTS (
          SELECT 1 FROM transmission earlier
          WHERE earlier.merchant_id = t.merchant_id AND earlier.stream_kind = t.stream_kind
            AND earlier.reference = t.reference AND earlier.position < t.position
            AND (earlier.status = 'unconfirmed'
              OR (earlier.status = 'retrying' AND earlier.schedule_step >= 2)))`),
  )
  return rows[0]?.count ?? 0
}

/** How many messages of each merchant stand how and why, and whose receiver counts as silent; for a person to read. */
export async function readStandings(databaseUrl: string): Promise<string> {
  const { rows } = await runOn(databaseUrl, (client) =>
    client.query(`
      SELECT t.merchant_id, t.status, t.reason_code, circuit.state AS circuit, count(*)::integer
      FROM transmission t LEFT JOIN circuit USING (merchant_id)
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3`),
  )
  return JSON.stringify(rows)
}
