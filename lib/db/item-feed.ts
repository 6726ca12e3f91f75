import type { StoredFeedItem } from '#lib/domain/item-feed.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'

/** A state of a merchant's feed. Another version means another content, by whatever cause. */
export type FeedState = { version: string; lastModifiedAt: Date }

/**
 * The present state of the feed, from two index scans. Every change of an
 * entry raises its time, so the sum of all times never comes back; the sales
 * that began or ended since are counted beside it. A Last-Modified has only
 * seconds: a version that is seen for the first time gets a later one than the
 * version before, so that a change in the same second is not missed.
 */
export async function loadFeedState(db: Db, merchantId: string, now: Date): Promise<FeedState> {
  const { version, changedAt } = await computeVersion(db, merchantId, now)
  const [state] = await db.$queryRaw<FeedState[]>`
    WITH seen AS (
      INSERT INTO item_feed (merchant_id, version, last_modified_at)
      VALUES (${merchantId}, ${version}, date_trunc('second', ${changedAt ?? now}::timestamptz))
      ON CONFLICT (merchant_id) DO UPDATE SET version = excluded.version,
        last_modified_at = greatest(excluded.last_modified_at,
                                    item_feed.last_modified_at + interval '1 second')
      WHERE item_feed.version <> excluded.version
      RETURNING version, last_modified_at
    )
    SELECT version, last_modified_at AS "lastModifiedAt" FROM seen
    UNION ALL
    SELECT version, last_modified_at FROM item_feed
    WHERE merchant_id = ${merchantId} AND NOT EXISTS (SELECT FROM seen)`
  // None only when another poll stored the same first version in between.
  return state ?? { version, lastModifiedAt: changedAt ?? now }
}

async function computeVersion(
  db: Db,
  merchantId: string,
  now: Date,
): Promise<{ version: string; changedAt: Date | null }> {
  const [sums] = await db.$queryRaw<{ version: string; changedAt: Date | null }[]>`
    SELECT concat_ws('-', entries.count, entries.sum, sales.count) AS version,
           greatest(entries.latest, sales.latest) AS "changedAt"
    FROM (
      SELECT count(*), max(feed_changed_at) AS latest,
             coalesce(sum((extract(epoch FROM feed_changed_at) * 1000)::bigint), 0) AS sum
      FROM item WHERE merchant_id = ${merchantId}
    ) entries, (
      SELECT count(*), max(edge) AS latest
      FROM item, unnest(ARRAY[sale_starts_at, sale_ends_at]) AS edge
      WHERE merchant_id = ${merchantId} AND sale_price_minor IS NOT NULL AND edge <= ${now}
    ) sales`
  if (sums === undefined) throw new Error('An aggregate gave no row.')
  return sums
}

export type FeedPageQuery = {
  merchantId: string
  /** Only entries that changed at or after this. */
  since: Date | null
  now: Date
  /** The last item id of the page before. */
  after: string | null
  limit: number
}

/** A page of the items that are for sale, by item id. */
export async function loadFeedPage(
  db: Db,
  { merchantId, since, now, after, limit }: FeedPageQuery,
): Promise<StoredFeedItem[]> {
  const isWanted =
    since === null
      ? Prisma.empty
      : Prisma.sql`AND (item.feed_changed_at >= ${since}
          OR (item.sale_price_minor IS NOT NULL
            AND (item.sale_starts_at BETWEEN ${since} AND ${now}
              OR item.sale_ends_at BETWEEN ${since} AND ${now})))`
  const rows = await db.$queryRaw<FeedRow[]>`
    SELECT item.item_id AS "itemId", item.description, item.oap_product_id AS "oapProductId",
           mapping.product_name AS "mappedName", item.price_minor AS "priceMinor",
           item.sale_price_minor AS "salePriceMinor", item.sale_starts_at AS "saleStartsAt",
           item.sale_ends_at AS "saleEndsAt", item.currency, item.is_kit AS "isKit",
           item.is_recurring AS "isRecurring", item.feed_changed_at AS "changedAt"
    FROM item
    LEFT JOIN product_mapping mapping USING (merchant_id, item_id)
    WHERE item.merchant_id = ${merchantId} AND item.item_id > ${after ?? ''}
      AND NOT item.is_inactive AND NOT item.is_deleted AND NOT item.is_kit_component_only ${isWanted}
    ORDER BY item.item_id LIMIT ${limit}`
  return rows.map(toStoredFeedItem)
}

type FeedRow = Omit<StoredFeedItem, 'priceCents' | 'sale' | 'changedAt'> & {
  priceMinor: bigint | null
  salePriceMinor: bigint | null
  saleStartsAt: Date | null
  saleEndsAt: Date | null
  changedAt: Date
}

function toStoredFeedItem(row: FeedRow): StoredFeedItem {
  const { priceMinor, salePriceMinor, saleStartsAt, saleEndsAt, changedAt, ...item } = row
  return {
    ...item,
    priceCents: priceMinor === null ? null : Number(priceMinor),
    sale:
      salePriceMinor === null
        ? null
        : {
            priceCents: Number(salePriceMinor),
            startsAt: saleStartsAt?.toISOString() ?? null,
            endsAt: saleEndsAt?.toISOString() ?? null,
          },
    changedAt: changedAt.toISOString(),
  }
}
