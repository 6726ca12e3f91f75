import type { AffiliatePage, AffiliateRow } from '#lib/domain/affiliate-list.ts'
import { fullName } from '#lib/domain/full-name.ts'
import type { AffiliateSnapshot } from '#lib/domain/snapshot.ts'
import type { Db } from './client.ts'
import { escapeLike, makeCursor, readCursor, withoutNul } from './cursors.ts'
import { Prisma } from './generated/client.ts'

/**
 * One page of a merchant's affiliates by number: those that were told of, and
 * those that only an order named. In the sandbox it shows what happened there.
 * `search` is a number, or looked for in the names and the email.
 */
export async function listAffiliateRows(
  db: Db,
  merchantId: string,
  { search, limit, cursor }: { search: string; limit: number; cursor: string | null },
): Promise<AffiliatePage> {
  const after = cursor === null ? 0 : Number(readCursor(cursor, (key) => /^\d{1,16}$/.test(key)))
  const condition = Prisma.sql`id > ${after}::bigint AND ${isSearched(withoutNul(search).trim())}`
  const records = await queryAffiliates(db, merchantId, { condition, limit: limit + 1 })
  const affiliates = records.slice(0, limit).map(toRow)
  const last = affiliates.at(-1)
  const hasMore = records.length > limit && last !== undefined
  return { affiliates, nextCursor: hasMore ? makeCursor(String(last.affiliateId)) : null }
}

function isSearched(text: string): Prisma.Sql {
  if (text === '') return Prisma.sql`true`
  const pattern = `%${escapeLike(text)}%`
  const name = Prisma.sql`concat_ws(' ', snapshot ->> 'firstName', snapshot ->> 'lastName')`
  return Prisma.sql`(id::text = ${text} OR ${name} ILIKE ${pattern}
    OR snapshot ->> 'company' ILIKE ${pattern} OR snapshot ->> 'email' ILIKE ${pattern})`
}

type AffiliateRecord = {
  id: bigint
  snapshot: AffiliateSnapshot | null
  firstOrderId: string | null
  lastToldAt: Date | null
  latest: AffiliateRow['latest']
}

function queryAffiliates(
  db: Db,
  merchantId: string,
  { condition, limit }: { condition: Prisma.Sql; limit: number },
): Promise<AffiliateRecord[]> {
  return db.$queryRaw`
    WITH side AS (
      SELECT is_sandbox, CASE WHEN is_sandbox THEN 'sandbox-affiliate' ELSE 'affiliate' END AS kind
      FROM connection WHERE merchant_id = ${merchantId}
    ), known AS (
      SELECT (known_plain -> 'snapshot' ->> 'affiliateId')::bigint AS id, known_plain -> 'snapshot' AS snapshot
      FROM stream
      WHERE merchant_id = ${merchantId} AND kind = (SELECT kind FROM side)
        AND known_plain -> 'snapshot' ->> 'affiliateId' IS NOT NULL
    ), seen AS (
      SELECT affiliate_id AS id, order_id FROM affiliate_seen
      WHERE merchant_id = ${merchantId} AND NOT (SELECT is_sandbox FROM side)
    ), page AS (
      SELECT id, snapshot, order_id FROM known FULL JOIN seen USING (id)
      WHERE ${condition} ORDER BY id LIMIT ${limit}
    )
    SELECT page.id, page.snapshot, page.order_id AS "firstOrderId", told.at AS "lastToldAt",
           latest.row AS latest
    FROM page
    LEFT JOIN LATERAL (
      SELECT max(finished_at) AS at FROM transmission
      WHERE merchant_id = ${merchantId} AND reference = page.id::text
        AND stream_kind = (SELECT kind FROM side) AND status = 'sent'
    ) told ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('id', id, 'status', status, 'reason', reason) AS row
      FROM transmission
      WHERE merchant_id = ${merchantId} AND reference = page.id::text
        AND stream_kind = (SELECT kind FROM side)
      ORDER BY position DESC LIMIT 1
    ) latest ON true
    ORDER BY page.id`
}

function toRow({ id, snapshot, ...record }: AffiliateRecord): AffiliateRow {
  return {
    affiliateId: Number(id),
    isNumberOnly: snapshot === null,
    firstOrderId: record.firstOrderId,
    name: snapshot === null ? '' : fullName(snapshot),
    company: snapshot?.company ?? '',
    email: snapshot?.email ?? '',
    isApproved: snapshot?.isApproved ?? null,
    lastToldAt: record.lastToldAt?.toISOString() ?? null,
    latest: record.latest,
  }
}
