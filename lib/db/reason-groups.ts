import {
  ATTENTION_CODES,
  ATTENTION_STATUSES,
  CODES_WITH_CAUSES,
  MOST_COUNTED,
  type ReasonGroup,
} from '#lib/domain/reason-group.ts'
import type { ReasonCode } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'

/**
 * What needs attention, by its reason: of each code the newest thousand rows,
 * told apart by their sentence where a code has several causes. The oldest of
 * all is looked up apart, since it may lie beyond them.
 */
export async function loadReasonGroups(
  db: Db,
  { merchantId, isSandbox }: { merchantId: string; isSandbox: boolean },
): Promise<ReasonGroup[]> {
  const rows = await db.$queryRaw<GroupRow[]>`
    WITH newest AS MATERIALIZED (
      SELECT key.code, key.place, row.created_at,
        CASE WHEN key.code = ANY(${[...CODES_WITH_CAUSES]}::text[]) THEN row.reason END AS text
      FROM unnest(${[...ATTENTION_CODES]}::text[]) WITH ORDINALITY key (code, place)
      CROSS JOIN LATERAL (
        SELECT created_at, reason FROM transmission
        WHERE merchant_id = ${merchantId} AND reason_code = key.code AND is_sandbox = ${isSandbox}
          AND status = ANY(${[...ATTENTION_STATUSES]}::text[])
        ORDER BY id DESC LIMIT ${MOST_COUNTED}) row)
    SELECT code, text, count(*)::integer AS count, max(created_at) AS "lastSeenAt",
      CASE WHEN count(*) < ${MOST_COUNTED} THEN min(created_at) ELSE (
        SELECT created_at FROM transmission
        WHERE merchant_id = ${merchantId} AND reason_code = code AND is_sandbox = ${isSandbox}
          AND status = ANY(${[...ATTENTION_STATUSES]}::text[])
        ORDER BY id LIMIT 1) END AS "firstSeenAt"
    FROM newest GROUP BY code, place, text ORDER BY place, count(*) DESC, text`
  return rows.map((row) => ({
    ...row,
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }))
}

type GroupRow = {
  code: ReasonCode
  text: string | null
  count: number
  firstSeenAt: Date
  lastSeenAt: Date
}
