import type { StoreEvent } from '#lib/domain/store-event.ts'
import {
  OUTGOING_TYPES,
  type ReasonCode,
  type StreamKey,
  type StreamKind,
  type TransmissionStatus,
  type TransmissionType,
} from '#lib/domain/transmission.ts'
import { isForLaterPortion, isHeldBack } from './circuits.ts'
import type { Db } from './client.ts'
import { HAS_CREDENTIALS } from './connections.ts'
import { Prisma } from './generated/client.ts'
import { lockedRows } from './locked-rows.ts'
import { packJson, readJson, readMessage } from './packed-columns.ts'
import type { Sql } from './pipeline.ts'

/** A transmission as it is first written. */
export type NewTransmission = {
  id: string
  merchantId: string
  type: TransmissionType
  status: 'held' | 'queued' | 'skipped' | 'unconfirmed'
  reasonCode: ReasonCode | null
  reason: string | null
  description: string
  streamKind: StreamKind
  reference: string
  position: number
  email: string | null
  amountMinor: number | null
  currency: string | null
  createdAt: string
  /** Not before then; `null` means as soon as it is its turn. */
  nextAttemptAt: string | null
  deliveryId: string | null
  /** Goes out after what is new. */
  isHistory: boolean
  event: StoreEvent
}

/** Writes transmissions with their events; those that are skipped count as finished at once. */
export async function insertTransmissions(
  db: Sql,
  rows: readonly NewTransmission[],
): Promise<void> {
  if (rows.length === 0) return
  await Promise.all([insertRows(db, rows), insertEvents(db, rows)])
}

async function insertRows(db: Sql, rows: readonly NewTransmission[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO transmission (id, merchant_id, type, status, reason_code, reason, description,
      stream_kind, reference, position, email, amount_minor, currency, created_at, finished_at,
      next_attempt_at, delivery_id, is_history, is_sandbox)
    SELECT id, "merchantId", type, status, "reasonCode", reason, description, "streamKind", reference,
      position, email, "amountMinor", currency, "createdAt",
      CASE WHEN status = 'skipped' THEN "createdAt" END, "nextAttemptAt", "deliveryId", "isHistory",
      "streamKind" LIKE 'sandbox-%'
    FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ event: _, ...row }) => row))}::jsonb) AS given (
      id uuid, "merchantId" text, type text, status text, "reasonCode" text, reason text,
      description text, "streamKind" text, reference text, position integer, email text,
      "amountMinor" bigint, currency text, "createdAt" timestamptz, "nextAttemptAt" timestamptz,
      "deliveryId" uuid, "isHistory" boolean)`
}

async function insertEvents(
  db: Sql,
  rows: readonly Pick<NewTransmission, 'id' | 'event'>[],
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO transmission_body (transmission_id, packed)
    SELECT id, decode(event, 'base64')
    FROM unnest(${rows.map((row) => row.id)}::uuid[],
                ${rows.map((row) => packJson(row.event))}::text[]) AS given (id, event)`
}

/** Keeps why a row was held, and when it was let go. */
function noteRelease(isLetGo: Prisma.Sql): Prisma.Sql {
  const isReleased = Prisma.sql`transmission.status = 'held' AND ${isLetGo}`
  return Prisma.sql`
    held_reason = CASE WHEN ${isReleased} THEN transmission.reason ELSE transmission.held_reason END,
    released_at = CASE WHEN ${isReleased} THEN now() ELSE transmission.released_at END`
}

/** What a later snapshot changes in a held or skipped transmission, found by its place in its stream. */
export type RevisedTransmission = Omit<NewTransmission, 'id' | 'createdAt'> & {
  newPosition: number
}

/**
 * Gives held and skipped transmissions another standing; the ids of those that
 * are queued now come back, and the ones whose row retention has removed.
 */
export async function reviseTransmissions(
  db: Sql,
  rows: readonly RevisedTransmission[],
): Promise<{ queuedIds: string[]; missing: RevisedTransmission[] }> {
  if (rows.length === 0) return { queuedIds: [], missing: [] }
  const revised = await db.$queryRaw<{ id: string; status: string; place: number }[]>`
    UPDATE transmission SET status = given.status, reason_code = given."reasonCode",
      reason = given.reason, description = given.description, position = given."newPosition",
      email = given.email, amount_minor = given."amountMinor", currency = given.currency,
      ${noteRelease(Prisma.sql`given.status <> 'held'`)},
      finished_at = CASE WHEN given.status = 'skipped' THEN now() END,
      next_attempt_at = given."nextAttemptAt", is_history = given."isHistory",
      removed_at = NULL, removed_why = NULL
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows.map(({ event: _, ...row }) => row))}::jsonb)
      AS ("merchantId" text, status text, "reasonCode" text, reason text, description text,
          "streamKind" text, reference text, position integer, "newPosition" integer, email text,
          "amountMinor" bigint, currency text, "nextAttemptAt" timestamptz, "isHistory" boolean)) WITH ORDINALITY
      AS given ("merchantId", status, "reasonCode", reason, description, "streamKind", reference,
          position, "newPosition", email, "amountMinor", currency, "nextAttemptAt", "isHistory", place)
    WHERE transmission.merchant_id = given."merchantId" AND transmission.reference = given.reference
      AND transmission.stream_kind = given."streamKind" AND transmission.position = given.position
      AND transmission.status IN ('held', 'skipped')
    RETURNING transmission.id, transmission.status, given.place::integer AS place`
  // One that retention removed comes back with what is known now.
  await db.$executeRaw`
    INSERT INTO transmission_body (transmission_id, packed)
    SELECT id, decode(event, 'base64')
    FROM unnest(${revised.map((row) => row.id)}::uuid[],
                ${revised.map((row) => packJson(rows[row.place - 1]?.event ?? {}))}::text[]) AS given (id, event)
    ON CONFLICT (transmission_id) DO UPDATE SET packed = excluded.packed, event = NULL,
      request = NULL, dialect = NULL, lines = NULL, packed_lines = NULL`
  const places = new Set(revised.map((row) => row.place - 1))
  return {
    queuedIds: revised.filter((row) => row.status === 'queued').map((row) => row.id),
    missing: await findMissing(
      db,
      rows.filter((_, index) => !places.has(index)),
    ),
  }
}

/** Those that have no row at their place: one that was sent meanwhile has, and is left alone. */
async function findMissing(
  db: Sql,
  rows: readonly RevisedTransmission[],
): Promise<RevisedTransmission[]> {
  if (rows.length === 0) return []
  const found = await db.$queryRaw<{ place: number }[]>`
    SELECT given.place::integer AS place
    FROM unnest(${rows.map((row) => row.merchantId)}::text[], ${rows.map((row) => row.streamKind)}::text[],
                ${rows.map((row) => row.reference)}::text[], ${rows.map((row) => row.position)}::integer[])
      WITH ORDINALITY AS given (merchant_id, stream_kind, reference, position, place)
    WHERE NOT EXISTS (
      SELECT FROM transmission t
      WHERE t.merchant_id = given.merchant_id AND t.stream_kind = given.stream_kind
        AND t.reference = given.reference AND t.position = given.position)`
  return found.flatMap(({ place }) => rows[place - 1] ?? [])
}

/** A transmission with what a worker needs to send it. */
export type SendableTransmission = {
  id: string
  merchantId: string
  type: TransmissionType
  status: TransmissionStatus
  attemptCount: number
  scheduleStep: number
  nextTrigger: string
  streamKind: StreamKind
  reference: string
  isSandbox: boolean
  isHistory: boolean
  /** Made in the sandbox and the connection has left it, or the other way round. */
  isOfOtherSide: boolean
  /** Nobody answers this merchant, and this is not the one that is tried. */
  isHeldBack: boolean
  /** It piled up, and its portion has not come yet. */
  isForLaterPortion: boolean
  event: StoreEvent
  /** The text that was sent last; `null` when the next one is to be composed. */
  request: string | null
  /** What `request` is written in. */
  dialect: string | null
}

/** Those of these that have a message, what is new before history; what came to us, a poll or a receipt, has none, nor has one whose texts were erased. */
export async function loadSendable(
  db: Sql,
  ids: readonly string[],
): Promise<SendableTransmission[]> {
  const rows = await db.$queryRaw<SendableRecord[]>`
    SELECT t.id, t.merchant_id AS "merchantId", t.type, t.status, t.attempt_count AS "attemptCount",
      t.schedule_step AS "scheduleStep", t.next_trigger AS "nextTrigger",
      t.stream_kind AS "streamKind", t.reference, t.is_sandbox AS "isSandbox",
      t.is_history AS "isHistory", t.is_sandbox <> coalesce(c.is_sandbox, false) AS "isOfOtherSide",
      ${isHeldBack(new Date())} AS "isHeldBack", ${isForLaterPortion()} AS "isForLaterPortion",
      body.event, body.packed, body.request, body.dialect
    FROM transmission t JOIN transmission_body body ON body.transmission_id = t.id
    LEFT JOIN connection c ON c.merchant_id = t.merchant_id
    WHERE t.id = ANY(${[...ids]}::uuid[]) AND body.transmission_id = ANY(${[...ids]}::uuid[])
      AND t.type = ANY(${[...OUTGOING_TYPES]}::text[]) 
      AND (body.event IS NOT NULL OR body.packed IS NOT NULL)
    ORDER BY t.is_history, t.id`
  const sent = await loadSentTexts(
    db,
    rows.filter(wasComposed).map((row) => row.id),
  )
  return rows.flatMap(({ packed, ...row }) => {
    const event = readJson(packed, row.event)
    return event === null ? [] : { ...row, event, request: row.request ?? sent.get(row.id) ?? null }
  })
}

type SendableRecord = Omit<SendableTransmission, 'event'> & {
  event: StoreEvent | null
  packed: Uint8Array | null
}

function wasComposed({ request, dialect }: SendableRecord): boolean {
  return request === null && dialect !== null
}

/** What was sent last of each of these: an attempt that repeated the one before has no text of its own. */
async function loadSentTexts(db: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<
    { id: string; request: string | null; packed: Uint8Array | null }[]
  >`
    SELECT DISTINCT ON (transmission_id) transmission_id AS id, request, packed_request AS packed
    FROM attempt
    WHERE transmission_id = ANY(${[...ids]}::uuid[])
      AND (request IS NOT NULL OR packed_request IS NOT NULL)
    ORDER BY transmission_id, number DESC`
  return new Map(rows.map(({ id, request, packed }) => [id, readMessage(packed, request) ?? '']))
}

export function streamKeyOfRow(row: {
  merchantId: string
  streamKind: StreamKind
  reference: string
}): StreamKey {
  return { merchantId: row.merchantId, kind: row.streamKind, reference: row.reference }
}

export const WAITS_FOR_LIVE =
  'Waiting: the store is in the sandbox; this goes out once it is live again'

/**
 * Notes that these wait for their connection, as it is once the rows are locked:
 * who mends it meanwhile has given them their jobs. A planned retry is not used
 * up. With the caller's transaction.
 */
export async function markWaiting(db: Db, ids: readonly string[]): Promise<void> {
  const isToWait = Prisma.sql`t.id = ANY(${[...ids]}::uuid[]) AND t.status IN ('queued', 'retrying')`
  await db.$queryRaw`SELECT FROM transmission t WHERE t.id IN ${lockedRows(isToWait)}`
  await db.$executeRaw`
    UPDATE transmission t SET status = 'queued', next_attempt_at = NULL,
      reason_code = CASE WHEN t.is_sandbox <> c.is_sandbox THEN 'sandbox-on'
        WHEN c.paused_at IS NULL THEN 'no-api-key' ELSE 'connection-paused' END,
      reason = CASE WHEN t.is_sandbox <> c.is_sandbox THEN ${WAITS_FOR_LIVE}
        WHEN c.paused_at IS NULL THEN 'Waiting: no ONTRAPORT key has been entered yet'
        ELSE coalesce(c.pause_reason, 'The connection is paused') END
    FROM connection c
    WHERE ${isToWait} AND c.merchant_id = t.merchant_id
      AND (c.paused_at IS NOT NULL OR t.is_sandbox <> c.is_sandbox
        OR NOT ${HAS_CREDENTIALS})`
}

/** Gives up a transmission that no message can be made of; only a fault of this program leads here. */
export async function failUncomposable(db: Db, id: string): Promise<void> {
  await db.$executeRaw`
    UPDATE transmission SET status = 'failed', finished_at = now(), reason_code = 'refused',
      reason = 'No message could be made of this event; the program''s log says why'
    WHERE id = ${id}::uuid AND status IN ('queued', 'retrying')`
}

/** Lets the next attempt compose the message anew, with today's names. */
export async function forgetRequest(db: Db, id: string): Promise<void> {
  await db.$executeRaw`
    UPDATE transmission_body SET request = NULL, dialect = NULL, lines = NULL, packed_lines = NULL
    WHERE transmission_id = ${id}::uuid`
}

/** Queues a transmission once more, its retry schedule from the start; the answers before stay with their attempts. */
export async function requeue(db: Db, id: string, trigger: string): Promise<{ position: number }> {
  const [row] = await db.$queryRaw<{ position: number }[]>`
    UPDATE transmission SET status = 'queued', reason = NULL, reason_code = NULL, finished_at = NULL,
      next_attempt_at = NULL, schedule_step = 0, next_trigger = ${trigger}, response_code = NULL
    WHERE id = ${id}::uuid AND removed_at IS NULL RETURNING position`
  if (row === undefined) throw new Error('A locked transmission is gone.')
  return row
}

/** Ends a transmission by a person's word. False when it is no longer one that a person decides. */
export async function closeByHand(
  db: Db,
  { id, as, reason }: { id: string; as: 'sent' | 'failed'; reason: string },
): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE transmission SET status = ${as}, reason = ${reason}, reason_code = 'closed-by-hand',
      finished_at = now(), next_attempt_at = NULL
    WHERE id = ${id}::uuid AND (status = 'unconfirmed' OR (status = 'held' AND reason_code = 'sale-failed')
      OR (status = 'retrying' AND ${as} = 'failed'))`
  return count === 1
}

/** Notes a click; false when this click was seen before. */
export async function insertResendClick(
  db: Db,
  click: { merchantId: string; nonce: string; transmissionId: string },
): Promise<boolean> {
  const count = await db.$executeRaw`
    INSERT INTO resend_click (merchant_id, nonce, transmission_id)
    VALUES (${click.merchantId}, ${click.nonce}, ${click.transmissionId}::uuid)
    ON CONFLICT DO NOTHING`
  return count === 1
}

export type AbandonedTransmission = Omit<
  SendableTransmission,
  | 'isSandbox'
  | 'isOfOtherSide'
  | 'isHeldBack'
  | 'isForLaterPortion'
  | 'event'
  | 'request'
  | 'dialect'
>

/** Being sent for so long that the process which did it must be dead. */
export async function findAbandoned(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<AbandonedTransmission[]> {
  return db.$queryRaw`
    SELECT t.id, t.merchant_id AS "merchantId", t.type, t.status, t.attempt_count AS "attemptCount",
      t.schedule_step AS "scheduleStep", t.next_trigger AS "nextTrigger",
      t.stream_kind AS "streamKind", t.reference, t.is_history AS "isHistory"
    FROM transmission t
    WHERE t.status = 'sending' AND t.started_at < ${before}
    ORDER BY t.id LIMIT ${limit}`
}
