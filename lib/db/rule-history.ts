import type { StoreEvent } from '#lib/domain/store-event.ts'
import type { TransmissionType } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'
import { readJson } from './packed-columns.ts'

/** How far back in the log is looked; what is rare may not be found. */
const LOOK_BACK = 5_000

/** The events of a merchant's last transmissions of one type, newest first. */
export async function loadRecentEvents(
  db: Db,
  merchantId: string,
  { type, limit }: { type: TransmissionType; limit: number },
): Promise<StoreEvent[]> {
  const rows = await db.$queryRaw<{ event: StoreEvent | null; packed: Uint8Array | null }[]>`
    SELECT body.event, body.packed FROM (
      SELECT id FROM (
        SELECT id, type FROM transmission WHERE merchant_id = ${merchantId}
        ORDER BY id DESC LIMIT ${LOOK_BACK}
      ) latest WHERE type = ${type} ORDER BY id DESC LIMIT ${limit}
    ) wanted
    JOIN transmission_body body ON body.transmission_id = wanted.id
    ORDER BY wanted.id DESC`
  return rows.flatMap((row) => readJson(row.packed, row.event) ?? [])
}

/** How one attempt ended, as it was recorded. */
export type RecentAttempt = {
  type: TransmissionType
  /** The code of a complete answer. */
  responseCode: number | null
  responseBody: string
  isTruncated: boolean
  isAnswerLost: boolean
}

/** A merchant's last attempts, newest first. */
export async function loadRecentAttempts(
  db: Db,
  merchantId: string,
  limit: number,
): Promise<RecentAttempt[]> {
  return db.$queryRaw`
    SELECT sent.type, a.response_code AS "responseCode", coalesce(a.response_body, '') AS "responseBody",
      a.is_truncated AS "isTruncated", a.outcome = 'unknown' AS "isAnswerLost"
    FROM (SELECT id, type FROM (
            SELECT id, type, attempt_count FROM transmission WHERE merchant_id = ${merchantId}
            ORDER BY id DESC LIMIT ${LOOK_BACK}
          ) latest WHERE attempt_count > 0 ORDER BY id DESC LIMIT ${limit}) sent
    JOIN attempt a ON a.transmission_id = sent.id
    WHERE a.outcome IS NOT NULL
    ORDER BY a.started_at DESC LIMIT ${limit}`
}
