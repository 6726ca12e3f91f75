import type { ArrivedDelivery } from '#lib/domain/ultracart-delivery.ts'
import type { Db } from './client.ts'
import type { Sql } from './pipeline.ts'

/** By which door a body came in; `backfill`: we fetched it from UltraCart. */
export type DeliverySource = 'webhook' | 'affiliates' | 'backfill'

/** A raw inbound body as evidence; the body is packed. */
export type NewDelivery = {
  id: string
  merchantId: string
  source: DeliverySource
  receivedAt: Date
  contentType: string
  bodyBytes: number
  body: Uint8Array
  acceptedCount: number
  unchangedCount: number
  ignoredCount: number
  error: string | null
}

export async function insertDeliveries(db: Sql, rows: readonly NewDelivery[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO delivery (id, merchant_id, received_at, content_type, body_bytes, body,
      accepted_count, unchanged_count, ignored_count, error, source)
    SELECT id, merchant_id, received_at, content_type, body_bytes, decode(body, 'base64'),
      accepted_count, unchanged_count, ignored_count, error, source
    FROM unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.merchantId)}::text[],
      ${rows.map((row) => row.receivedAt)}::timestamptz[], ${rows.map((row) => row.contentType)}::text[],
      ${rows.map((row) => row.bodyBytes)}::integer[], ${rows.map((row) => Buffer.from(row.body).toString('base64'))}::text[],
      ${rows.map((row) => row.acceptedCount)}::integer[], ${rows.map((row) => row.unchangedCount)}::integer[],
      ${rows.map((row) => row.ignoredCount)}::integer[], ${rows.map((row) => row.error)}::text[],
      ${rows.map((row) => row.source)}::text[])
      AS given (id, merchant_id, received_at, content_type, body_bytes, body, accepted_count,
        unchanged_count, ignored_count, error, source)`
}

/** The newest webhook bodies that could be read, packed, newest first; together not larger than `maxBytes`. */
export async function loadRecentDeliveries(
  db: Db,
  merchantId: string,
  { limit, maxBytes }: { limit: number; maxBytes: number },
): Promise<{ receivedAt: Date; body: Uint8Array }[]> {
  return db.$queryRaw`
    SELECT received_at AS "receivedAt", body FROM (
      SELECT id, received_at, body, sum(body_bytes) OVER (ORDER BY received_at DESC, id DESC) AS bytes
      FROM (
        SELECT id, received_at, body, body_bytes FROM delivery
        WHERE merchant_id = ${merchantId} AND source = 'webhook' AND error IS NULL AND erased_at IS NULL
          AND body_bytes <= ${maxBytes}
        ORDER BY received_at DESC LIMIT ${limit}
      ) newest
    ) counted
    WHERE bytes <= ${maxBytes}
    ORDER BY received_at DESC, id DESC`
}

/** The webhook bodies that arrived in a period, without the bodies; at the most `limit`, newest first. */
export async function listDeliveries(
  db: Db,
  merchantId: string,
  { from, to, limit }: { from: Date; to: Date; limit: number },
): Promise<ArrivedDelivery[]> {
  const rows = await db.delivery.findMany({
    where: { merchantId, source: 'webhook', receivedAt: { gte: from, lte: to } },
    select: {
      id: true,
      receivedAt: true,
      acceptedCount: true,
      unchangedCount: true,
      ignoredCount: true,
      error: true,
    },
    orderBy: { receivedAt: 'desc' },
    take: limit,
  })
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }))
}

/** The next bodies of a merchant in the order of their ids, packed; those that were erased are left out. */
export async function loadBodies(
  db: Db,
  merchantId: string,
  { after, limit }: { after: string; limit: number },
): Promise<{ id: string; body: Uint8Array }[]> {
  return db.$queryRaw`
    SELECT id, body FROM delivery
    WHERE merchant_id = ${merchantId} AND id > ${after}::uuid AND erased_at IS NULL
    ORDER BY id LIMIT ${limit}`
}

/** Takes the bodies of these deliveries away; that they came, when, and what they changed stays. */
export function eraseBodies(db: Db, ids: readonly string[], now: Date): Promise<number> {
  return db.$executeRaw`
    UPDATE delivery SET body = '', content_type = '', erased_at = ${now} WHERE id = ANY(${[...ids]}::uuid[])`
}
