import { OUTGOING_TYPES } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'
import { standingKeys } from './log-walk.ts'

/** One side of a store: live, or the sandbox. */
export type Side = { merchantId: string; isSandbox: boolean }

/** Since when the oldest message waits that is to go out: a rare standing is one look into the index for each type. */
export async function findOldestWaiting(
  db: Db,
  { merchantId, isSandbox }: Side,
): Promise<Date | null> {
  const [oldest] = await db.$queryRaw<{ createdAt: Date | null }[]>`
    SELECT min(waiting.created_at) AS "createdAt"
    FROM ${standingKeys(['queued', 'retrying'], OUTGOING_TYPES)} CROSS JOIN LATERAL (
      SELECT created_at FROM transmission
      WHERE merchant_id = ${merchantId} AND status = key.status AND type = key.type
        AND is_sandbox = ${isSandbox}
      ORDER BY id LIMIT 1) waiting`
  return oldest?.createdAt ?? null
}

/**
 * When the first message was accepted after the latest one that was not; what
 * was put right since does not count against it. `null` when none was.
 */
export async function findWorkingSince(
  db: Db,
  { merchantId, isSandbox }: Side,
): Promise<Date | null> {
  const [found] = await db.$queryRaw<{ finishedAt: Date | null }[]>`
    WITH trouble AS (
      SELECT max(latest.id::text)::uuid AS id
      FROM ${standingKeys(['failed', 'unconfirmed', 'retrying'], OUTGOING_TYPES)} CROSS JOIN LATERAL (
        SELECT id FROM transmission
        WHERE merchant_id = ${merchantId} AND status = key.status AND type = key.type
          AND is_sandbox = ${isSandbox}
        ORDER BY id DESC LIMIT 1) latest
    )
    SELECT finished_at AS "finishedAt" FROM transmission
    WHERE merchant_id = ${merchantId} AND status = 'sent' AND is_sandbox = ${isSandbox}
      AND type = ANY(${[...OUTGOING_TYPES]}::text[])
      AND id > coalesce((SELECT id FROM trouble), '00000000-0000-0000-0000-000000000000')
    ORDER BY id LIMIT 1`
  return found?.finishedAt ?? null
}
