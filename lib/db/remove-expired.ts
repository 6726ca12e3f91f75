import type { Db } from './client.ts'

/** Until when each merchant's things are kept. */
export type Limit = { merchantId: string; before: Date }

/** Where a walk through ids in their order stands. */
export type Batch = { count: number; lastId: string }

export const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const BATCH_SIZE = 500

/**
 * Removes the texts of a batch of finished transmissions: their message, their
 * event, and what attempts sent and got. The rows stay and say so. What still
 * waits, or waits for a person, keeps everything.
 */
export async function removeBodies(
  db: Db,
  limits: readonly Limit[],
  { after, now }: { after: string; now: Date },
): Promise<Batch> {
  const { merchantIds, befores, newest } = columns(limits)
  const removed = await db.$queryRaw<{ id: string }[]>`
    WITH due AS MATERIALIZED (
      SELECT t.id FROM transmission_body body
      JOIN transmission t ON t.id = body.transmission_id
      JOIN unnest(${merchantIds}::text[], ${befores}::timestamptz[]) AS kept (merchant_id, before)
        ON kept.merchant_id = t.merchant_id
      WHERE body.transmission_id > ${after}::uuid AND body.transmission_id < uuid_v7_floor(${newest})
        AND t.id < uuid_v7_floor(kept.before) AND t.status IN ('sent', 'failed', 'skipped')
      ORDER BY body.transmission_id LIMIT ${BATCH_SIZE}
      FOR UPDATE OF t SKIP LOCKED
    ), bodies AS (
      DELETE FROM transmission_body WHERE transmission_id IN (SELECT id FROM due)
    ), tries AS (
      UPDATE attempt SET request = NULL, packed_request = NULL, response_headers = NULL,
        response_body = NULL, calls = NULL
      WHERE transmission_id IN (SELECT id FROM due)
    )
    UPDATE transmission SET removed_at = ${now}, removed_why = 'retention'
    WHERE id IN (SELECT id FROM due) RETURNING id`
  return toBatch(removed)
}

/** Removes a batch of raw deliveries, but for those of what still waits. */
export async function removeDeliveries(
  db: Db,
  limits: readonly Limit[],
  { after }: { after: string },
): Promise<Batch> {
  const { merchantIds, befores, newest } = columns(limits)
  const removed = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM delivery WHERE id IN (
      SELECT d.id FROM delivery d
      JOIN unnest(${merchantIds}::text[], ${befores}::timestamptz[]) AS kept (merchant_id, before)
        ON kept.merchant_id = d.merchant_id
      WHERE d.id > ${after}::uuid AND d.id < uuid_v7_floor(${newest}) AND d.id < uuid_v7_floor(kept.before)
        AND d.id NOT IN (
          SELECT delivery_id FROM transmission
          WHERE delivery_id IS NOT NULL AND merchant_id = ANY(${merchantIds}::text[])
            AND status IN ('held', 'queued', 'sending', 'retrying', 'unconfirmed'))
      ORDER BY d.id LIMIT ${BATCH_SIZE})
    RETURNING id`
  return toBatch(removed)
}

/** Removes a batch of finished rows of the log with all that belongs to them. What the streams remember stays. */
export async function removeRows(
  db: Db,
  limits: readonly Limit[],
  { after }: { after: string },
): Promise<Batch> {
  const { merchantIds, befores, newest } = columns(limits)
  const removed = await db.$queryRaw<{ id: string }[]>`
    WITH due AS MATERIALIZED (
      SELECT t.id FROM transmission t
      JOIN unnest(${merchantIds}::text[], ${befores}::timestamptz[]) AS kept (merchant_id, before)
        ON kept.merchant_id = t.merchant_id
      WHERE t.id > ${after}::uuid AND t.id < uuid_v7_floor(${newest}) AND t.id < uuid_v7_floor(kept.before)
        AND t.status IN ('sent', 'failed', 'skipped')
      ORDER BY t.id LIMIT ${BATCH_SIZE}
      FOR UPDATE OF t SKIP LOCKED
    ), bodies AS (
      DELETE FROM transmission_body WHERE transmission_id IN (SELECT id FROM due)
    ), tries AS (
      DELETE FROM attempt WHERE transmission_id IN (SELECT id FROM due)
    ), clicks AS (
      DELETE FROM resend_click WHERE transmission_id IN (SELECT id FROM due)
    ), calls AS (
      DELETE FROM pixel_call WHERE transmission_id IN (SELECT id FROM due)
    )
    DELETE FROM transmission WHERE id IN (SELECT id FROM due) RETURNING id`
  return toBatch(removed)
}

function columns(limits: readonly Limit[]) {
  return {
    merchantIds: limits.map((limit) => limit.merchantId),
    befores: limits.map((limit) => limit.before),
    newest: new Date(Math.max(0, ...limits.map((limit) => limit.before.getTime()))),
  }
}

function toBatch(removed: readonly { id: string }[]): Batch {
  const ids = removed.map(({ id }) => id).sort()
  return { count: ids.length, lastId: ids.at(-1) ?? FIRST_ID }
}
