import type { StandingAfter } from '#lib/domain/standing-after.ts'
import type { AttemptTrigger, OutcomeKind } from '#lib/domain/transmission.ts'
import { isHeldBack } from './circuits.ts'
import { HAS_CREDENTIALS } from './connections.ts'
import { Prisma } from './generated/client.ts'
import { lockedRows } from './locked-rows.ts'
import { packJson, packMessage } from './packed-columns.ts'
import type { Sql } from './pipeline.ts'
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

/** Not a join: the planner would go through all rows of the merchant while it does not know how many there are. */
const MAY_SEND = Prisma.sql`(
  SELECT c.paused_at IS NULL AND c.is_sandbox = t.is_sandbox AND ${HAS_CREDENTIALS}
  FROM connection c WHERE c.merchant_id = t.merchant_id)`

/**
 * Takes the transmissions that may be sent now and writes their attempts: the
 * one that is the head of its stream, waits, is due, belongs to a connection
 * that may send, and is not held back while nobody answers. The text that was
 * composed is kept with its attempt; every later try sends the same bytes. One
 * statement, since a lone message waits for every round trip. The streams must
 * be locked. Others are left as they are.
 */
export async function claimTransmissions(
  db: Sql,
  claims: readonly Claim[],
  now: Date,
): Promise<ClaimedAttempt[]> {
  const ids = claims.map((claim) => claim.id)
  const isWaiting = Prisma.sql`t.id = ANY(${ids}::uuid[])
    AND t.status IN ('queued', 'retrying') AND (t.next_attempt_at IS NULL OR t.next_attempt_at <= ${now})`
  const texts = claims.map(({ lines, request, ...claim }) => ({
    ...claim,
    packed: lines === null ? null : packMessage(request),
    lines: lines === null ? null : packJson(lines),
  }))
  return db.$queryRaw<ClaimedAttempt[]>`
    WITH claimed AS (
      UPDATE transmission t SET status = 'sending', attempt_count = t.attempt_count + 1,
        started_at = ${now}, next_attempt_at = NULL, reason = NULL, reason_code = NULL,
        response_code = NULL
      WHERE t.id = ANY(${ids}::uuid[]) AND t.id IN ${lockedRows(isWaiting)}
        AND ${MAY_SEND} AND NOT ${isHeldBack(now)} AND ${IS_STREAM_HEAD}
      RETURNING t.id, t.attempt_count AS number, t.next_trigger AS trigger),
    given AS (
      SELECT claimed.*, url, decode(packed, 'base64') AS packed, dialect,
        decode(lines, 'base64') AS lines
      FROM claimed JOIN jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
        AS claim (id uuid, url text, packed text, dialect text, lines text) USING (id)),
    kept AS (
      UPDATE transmission_body SET request = NULL, dialect = given.dialect,
        lines = NULL, packed_lines = given.lines
      FROM given WHERE transmission_body.transmission_id = ANY(${ids}::uuid[])
        AND transmission_body.transmission_id = given.id AND given.packed IS NOT NULL),
    written AS (
      INSERT INTO attempt (transmission_id, number, trigger, started_at, url, packed_request)
      SELECT id, number, trigger, ${now}, url, packed FROM given)
    SELECT id, number, trigger FROM claimed`
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
  db: Sql,
  finished: readonly FinishedAttempt[],
): Promise<string[]> {
  const given = { ids: finished.map(({ id }) => id), all: JSON.stringify(finished) }
  const [, moved] = await Promise.all([writeOutcomes(db, given), moveTransmissions(db, given)])
  return moved.map((row) => row.id)
}

/** The ids stand beside the rows so that the planner goes by them, however few rows it thinks there are. */
type Given = { ids: string[]; all: string }

async function writeOutcomes(db: Sql, { ids, all }: Given): Promise<void> {
  await db.$executeRaw`
    UPDATE attempt SET finished_at = g."finishedAt", outcome = g.outcome, reason = g.reason,
      response_code = g."responseCode", response_headers = g."responseHeaders",
      response_body = g."responseBody", is_truncated = g."isTruncated"
    FROM jsonb_to_recordset(${all}::jsonb) AS g (
      id uuid, number integer, "finishedAt" timestamptz, outcome text, reason text,
      "responseCode" integer, "responseHeaders" jsonb, "responseBody" text, "isTruncated" boolean)
    WHERE attempt.transmission_id = ANY(${ids}::uuid[])
      AND attempt.transmission_id = g.id AND attempt.number = g.number`
}

async function moveTransmissions(db: Sql, { ids, all }: Given): Promise<{ id: string }[]> {
  return db.$queryRaw<{ id: string }[]>`
    UPDATE transmission t SET status = g.status, reason = g.reason, reason_code = g."reasonCode",
      response_code = g."responseCode", next_attempt_at = g."nextAttemptAt",
      schedule_step = g."scheduleStep", next_trigger = 'auto',
      finished_at = CASE WHEN g.status IN ('sent', 'failed') THEN g."finishedAt" END
    FROM jsonb_to_recordset(${all}::jsonb) AS g (
      id uuid, number integer, status text, reason text, "reasonCode" text, "responseCode" integer,
      "nextAttemptAt" timestamptz, "scheduleStep" integer, "finishedAt" timestamptz)
    WHERE t.id = ANY(${ids}::uuid[]) AND t.id = g.id AND t.attempt_count = g.number
      AND (t.status = 'sending' OR (g.status = 'sent' AND t.status IN ('retrying', 'unconfirmed', 'queued')))
    RETURNING t.id`
}
