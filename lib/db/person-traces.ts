import type { StreamKey, StreamKind } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'
import { findPackedTraces } from './packed-traces.ts'
import { keyColumns, streamName } from './streams.ts'

/** Whose traces are looked for: the address, and a pattern for texts. */
export type Person = { merchantId: string; email: string; pattern: string }

/** The streams that have to do with a person: by the address in a row, a state, a message, an answer or a receipt. */
export async function findPersonStreams(
  db: Db,
  { merchantId, email, pattern }: Person,
): Promise<StreamKey[]> {
  const inClear = await db.$queryRaw<{ kind: StreamKind; reference: string }[]>`
    SELECT stream_kind AS kind, reference FROM transmission
      WHERE merchant_id = ${merchantId} AND lower(email) = ${email}
    UNION
    SELECT kind, reference FROM stream WHERE merchant_id = ${merchantId} AND known_plain::text ~* ${pattern}
    UNION
    SELECT t.stream_kind, t.reference
      FROM transmission t JOIN transmission_body body ON body.transmission_id = t.id
      WHERE t.merchant_id = ${merchantId} AND t.type <> 'item-fetch'
        AND concat(body.event::text, body.request, body.lines::text) ~* ${pattern}
    UNION
    SELECT t.stream_kind, t.reference
      FROM transmission t JOIN attempt a ON a.transmission_id = t.id
      WHERE t.merchant_id = ${merchantId} AND t.type <> 'item-fetch'
        AND concat(a.request, a.response_headers::text, a.response_body, a.calls::text, a.reason, t.reason, t.description) ~* ${pattern}
    UNION
    SELECT 'order', order_id FROM pixel_call
      WHERE merchant_id = ${merchantId} AND lower(email) = ${email}`
  const found = [
    ...inClear.map((row) => ({ merchantId, ...row })),
    ...(await findPackedTraces(db, { merchantId, pattern })),
  ]
  const byName = new Map(found.map((key) => [streamName(key), key]))
  return [...byName.keys()].sort().flatMap((name) => byName.get(name) ?? [])
}

/** How many transmissions of these streams still hold something, how many of them wait, and whether one is on its way. */
export async function countPersonRows(
  db: Db,
  keys: readonly StreamKey[],
): Promise<{ transmissionCount: number; waitingCount: number; isSending: boolean }> {
  const { merchantIds, kinds, references } = keyColumns(keys)
  const [counts] = await db.$queryRaw<
    { transmissionCount: number; waitingCount: number; isSending: boolean }[]
  >`
    SELECT count(*) FILTER (WHERE removed_why IS DISTINCT FROM 'erased')::integer AS "transmissionCount",
      count(*) FILTER (WHERE status IN ('held', 'queued', 'retrying', 'sending', 'unconfirmed'))::integer AS "waitingCount",
      coalesce(bool_or(status = 'sending'), false) AS "isSending"
    FROM transmission t
    JOIN unnest(${merchantIds}::text[], ${kinds}::text[], ${references}::text[]) AS given (merchant_id, kind, reference)
      ON t.merchant_id = given.merchant_id AND t.stream_kind = given.kind AND t.reference = given.reference`
  return counts ?? { transmissionCount: 0, waitingCount: 0, isSending: false }
}

/**
 * Leaves of the transmissions of these streams what tells of no person: id,
 * times, status, amounts, reference, code. One that waited is skipped with
 * `reason`. The streams must be locked. Gives how many there were.
 */
export async function erasePersonRows(
  db: Db,
  keys: readonly StreamKey[],
  { reason, now }: { reason: string; now: Date },
): Promise<number> {
  const { merchantIds, kinds, references } = keyColumns(keys)
  const erased = await db.$queryRaw<{ id: string }[]>`
    UPDATE transmission t SET email = NULL, removed_at = ${now}, removed_why = 'erased',
      description = CASE type WHEN 'sale' THEN 'Sale' WHEN 'refund' THEN 'Refund' WHEN 'pixel' THEN 'Pixel'
        WHEN 'affiliate' THEN 'Affiliate' ELSE 'Auto order' END || ' ' || t.reference || ', erased',
      reason = CASE WHEN status IN ('held', 'queued', 'retrying', 'unconfirmed') THEN ${reason}
        WHEN status = 'skipped' THEN reason END,
      reason_code = CASE WHEN status IN ('held', 'queued', 'retrying', 'unconfirmed') THEN 'erased'
        ELSE reason_code END,
      finished_at = coalesce(finished_at, ${now}), next_attempt_at = NULL,
      status = CASE WHEN status IN ('held', 'queued', 'retrying', 'unconfirmed') THEN 'skipped' ELSE status END
    FROM unnest(${merchantIds}::text[], ${kinds}::text[], ${references}::text[]) AS given (merchant_id, kind, reference)
    WHERE t.merchant_id = given.merchant_id AND t.stream_kind = given.kind AND t.reference = given.reference
      AND t.removed_why IS DISTINCT FROM 'erased'
    RETURNING t.id`
  const ids = erased.map((row) => row.id)
  await db.$executeRaw`DELETE FROM transmission_body WHERE transmission_id = ANY(${ids}::uuid[])`
  await db.$executeRaw`
    UPDATE attempt SET request = NULL, packed_request = NULL, response_headers = NULL,
      response_body = NULL, reason = NULL, calls = NULL
    WHERE transmission_id = ANY(${ids}::uuid[])`
  await db.$executeRaw`
    UPDATE order_figures SET sale_standing = 'skipped', sale_reason_code = 'erased', sale_reason = ${reason}
    FROM unnest(${merchantIds}::text[], ${kinds}::text[], ${references}::text[]) AS given (merchant_id, kind, reference)
    WHERE order_figures.merchant_id = given.merchant_id AND given.kind = 'order'
      AND order_id = given.reference AND sale_standing <> 'told'`
  await db.$executeRaw`
    DELETE FROM ontraport_record
    USING unnest(${merchantIds}::text[], ${kinds}::text[], ${references}::text[]) AS given (merchant_id, kind, reference)
    WHERE ontraport_record.merchant_id = given.merchant_id AND ontraport_record.kind = 'contact'
      AND ontraport_record.reference = given.kind || '/' || given.reference`
  return ids.length
}

/** Receipts that brought the address, or are of these orders. */
export function erasePersonCalls(
  db: Db,
  { merchantId, email }: Person,
  orderIds: readonly string[],
): Promise<number> {
  return db.$executeRaw`
    UPDATE pixel_call SET email = NULL
    WHERE merchant_id = ${merchantId} AND email IS NOT NULL
      AND (lower(email) = ${email} OR order_id = ANY(${[...orderIds]}::text[]))`
}

/** What somebody looked for when they sent many once more. */
export function erasePersonInFilters(db: Db, { merchantId, email }: Person): Promise<number> {
  return db.$executeRaw`
    UPDATE bulk_resend SET filter = without_email(filter::text, ${email})::jsonb
    WHERE merchant_id = ${merchantId} AND without_email(filter::text, ${email}) <> filter::text`
}

/** Where alerts went to the address; it is told nothing more. */
export async function erasePersonInAlerts(db: Db, { merchantId, email }: Person): Promise<void> {
  await db.$executeRaw`
    DELETE FROM alert_delivery USING alert
    WHERE alert.id = alert_id AND alert.merchant_id = ${merchantId} AND lower(recipient) = ${email}`
  await db.$executeRaw`
    DELETE FROM alert_channel WHERE merchant_id = ${merchantId} AND lower(address) = ${email}`
}

/** Takes the address out of the details of the audit trail; who did what and when stays. With the caller's transaction. */
export async function erasePersonInAudit(db: Db, { merchantId, email }: Person): Promise<number> {
  await db.$executeRaw`SELECT set_config('relay.erased_email', ${email}, true)`
  return db.$executeRaw`
    UPDATE audit_entry SET details = without_email(details::text, ${email})::jsonb
    WHERE merchant_id = ${merchantId} AND without_email(details::text, ${email}) <> details::text`
}
