import type { KnownState } from '#lib/domain/known-state.ts'
import type { StreamKind } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'
import type { Sql } from './pipeline.ts'

export type SeenAffiliate = { merchantId: string; affiliateId: number; orderId: string }

/** Remembers which affiliates orders named, each with the first order. Known ones cost one look. */
export async function noteSeenAffiliates(db: Sql, seen: readonly SeenAffiliate[]): Promise<void> {
  if (seen.length === 0) return
  // Sorted, so that two batches lock the same rows in the same order.
  await db.$executeRaw`
    INSERT INTO affiliate_seen (merchant_id, affiliate_id, order_id)
    SELECT DISTINCT ON (given.merchant_id, given.affiliate_id) given.merchant_id, given.affiliate_id, given.order_id
    FROM unnest(
      ${seen.map((one) => one.merchantId)}::text[],
      ${seen.map((one) => one.affiliateId)}::bigint[],
      ${seen.map((one) => one.orderId)}::text[]
    ) WITH ORDINALITY AS given (merchant_id, affiliate_id, order_id, place)
    WHERE NOT EXISTS (
      SELECT FROM affiliate_seen known
      WHERE known.merchant_id = given.merchant_id AND known.affiliate_id = given.affiliate_id)
    ORDER BY given.merchant_id, given.affiliate_id, given.place
    ON CONFLICT DO NOTHING`
}

/** What is known of these affiliates at this moment, by their number and without a lock. */
export async function loadKnownAffiliates(
  db: Db,
  { merchantId, isSandbox }: { merchantId: string; isSandbox: boolean },
  affiliateIds: readonly number[],
): Promise<Map<number, KnownState>> {
  const kind: StreamKind = isSandbox ? 'sandbox-affiliate' : 'affiliate'
  const rows = await db.$queryRaw<{ reference: string; known: KnownState }[]>`
    SELECT reference, known_plain AS known FROM stream
    WHERE merchant_id = ${merchantId} AND kind = ${kind}
      AND reference = ANY(${affiliateIds.map(String)}::text[])
      AND known_plain ->> 'kind' = 'affiliate'`
  return new Map(rows.map(({ reference, known }) => [Number(reference), known]))
}
