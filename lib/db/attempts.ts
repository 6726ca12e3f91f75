import type { StandingAfter } from '#lib/domain/standing-after.ts'
import type { AttemptTrigger, OutcomeKind } from '#lib/domain/transmission.ts'
import { isHeldBack } from './circuits.ts'
import type { Db } from './client.ts'
import { HAS_CREDENTIALS } from './connections.ts'
import { Prisma } from './generated/client.ts'
import { lockedRows } from './locked-rows.ts'
import { IS_STREAM_HEAD } from './stream-head.ts'

/** One message about to leave, with the text that leaves. */
export type Claim = {
  id: string
  url: string
  request: string
  dialect: string | null
  /** The composed lines; `null` when the stored text is sent again. */
  lines: unknown[] | null
}

export type ClaimedAttempt = { id: string; number: number; trigger: AttemptTrigger }

/**
 * Takes the transmissions that may be sent now and writes their attempts: the
 * one that is the head of its stream, waits, is due, belongs to a connection
 * that may send, and is not held back while nobody answers. The streams must be
 * locked. Others are left as they are.
 */
export async function claimTransmissions(
  db: Db,
  claims: readonly Claim[],
  now: Date,
): Promise<ClaimedAttempt[]> {
  const isWaiting = Prisma.sql`t.id = ANY(${claims.map((claim) => claim.id)}::uuid[])
    AND t.status IN ('queued', 'retrying') AND (t.next_attempt_at IS NULL OR t.next_attempt_at <= ${now})`
  const claimed = await db.$queryRaw<ClaimedAttempt[]>`
    UPDATE transmission t SET status = 'sending', attempt_count = t.attempt_count + 1,
      started_at = ${now}, next_attempt_at = NULL, reason = NULL, reason_code = NULL,
      response_code = NULL
    FROM connection c
    WHERE t.id IN ${lockedRows(isWaiting)}
      AND c.merchant_id = t.merchant_id AND c.paused_at IS NULL AND c.is_sandbox = t.is_sandbox
      AND ${HAS_CREDENTIALS} AND NOT ${isHeldBack(now)}
      AND ${IS_STREAM_HEAD}
    RETURNING t.id, t.attempt_count AS number, t.next_trigger AS trigger`
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const rows = claimed.flatMap((attempt) => {
    const claim = byId.get(attempt.id)
    return claim === undefined ? [] : [{ ...attempt, ...claim }]
  })
  if (rows.length > 0) await insertAttempts(db, rows, now)
  return claimed
}

/**
 * One statement, since a lone message waits for every round trip. The text that
 * was composed is kept with its attempt; every later try sends the same bytes.
 */
async function insertAttempts(
  db: Db,
  rows: readonly (ClaimedAttempt & Claim)[],
  now: Date,
): Promise<void> {
  const lines = rows.map((row) => (row.lines === null ? null : JSON.stringify(row.lines)))
  const composed = rows.map((row) => (row.lines === null ? null : row.request))
  await db.$executeRaw`
    WITH given AS (
      SELECT * FROM unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.number)}::integer[],
                           ${rows.map((row) => row.trigger)}::text[], ${rows.map((row) => row.url)}::text[],
                           ${composed}::text[], ${rows.map((row) => row.dialect)}::text[], ${lines}::jsonb[])
        AS given (id, number, trigger, url, composed, dialect, lines)),
    kept AS (
      UPDATE transmission_body SET request = NULL, dialect = given.dialect, lines = given.lines
      FROM given WHERE transmission_body.transmission_id = given.id AND given.composed IS NOT NULL)
    INSERT INTO attempt (transmission_id, number, trigger, started_at, url, request)
    SELECT id, number, trigger, ${now}, url, composed FROM given`
}

/** What came of an attempt and what follows for its transmission. */
export type FinishedAttempt = StandingAfter & {
  id: string
  number: number
  finishedAt: string
  outcome: OutcomeKind
  responseCode: number | null
  responseHeaders: Record<string, string> | null
  responseBody: string | null
  isTruncated: boolean
}

/**
 * Records attempts and moves their transmissions on; the ids of those moved
 * come back. An attempt that was given up meanwhile (its process seemed dead)
 * is still recorded, and moves its transmission only when it was accepted.
 */
export async function recordAttempts(
  db: Db,
  finished: readonly FinishedAttempt[],
): Promise<string[]> {
  const given = JSON.stringify(finished)
  const [, moved] = await Promise.all([writeOutcomes(db, given), moveTransmissions(db, given)])
  return moved.map((row) => row.id)
}

async function writeOutcomes(db: Db, given: string): Promise<void> {
  await db.$executeRaw`
    UPDATE attempt SET finished_at = g."finishedAt", outcome = g.outcome, reason = g.reason,
      response_code = g."responseCode", response_headers = g."responseHeaders",
      response_body = g."responseBody", is_truncated = g."isTruncated"
    FROM jsonb_to_recordset(${given}::jsonb) AS g (
      id uuid, number integer, "finishedAt" timestamptz, outcome text, reason text,
      "responseCode" integer, "responseHeaders" jsonb, "responseBody" text, "isTruncated" boolean)
    WHERE attempt.transmission_id = g.id AND attempt.number = g.number`
}

async function moveTransmissions(db: Db, given: string): Promise<{ id: string }[]> {
  return db.$queryRaw<{ id: string }[]>`
    UPDATE transmission t SET status = g.status, reason = g.reason, reason_code = g."reasonCode",
      response_code = g."responseCode", next_attempt_at = g."nextAttemptAt",
      schedule_step = g."scheduleStep", next_trigger = 'auto',
      finished_at = CASE WHEN g.status IN ('sent', 'failed') THEN g."finishedAt" END
    FROM jsonb_to_recordset(${given}::jsonb) AS g (
      id uuid, number integer, status text, reason text, "reasonCode" text, "responseCode" integer,
      "nextAttemptAt" timestamptz, "scheduleStep" integer, "finishedAt" timestamptz)
    WHERE t.id = g.id AND t.attempt_count = g.number
      AND (t.status = 'sending' OR (g.status = 'sent' AND t.status IN ('retrying', 'unconfirmed', 'queued')))
    RETURNING t.id`
}
