import type { KnownProduct, PlannedProduct } from '#lib/domain/product-list.ts'
import type { Db } from './client.ts'

/** A product as a downloaded list shows it. */
export type ExportedProduct = {
  itemId: string
  description: string
  oapProductId: string
  mappedName: string | null
  /** Deleted in the store, and of interest only while it is mapped. */
  isDeleted: boolean
}

/**
 * A page of what the store told of and what was mapped by hand, by item id.
 * Each source is cut to a page before they are joined: what is among the
 * first of both is among the first of its own.
 */
export async function loadExportPage(
  db: Db,
  { merchantId, after, limit }: { merchantId: string; after: string; limit: number },
): Promise<ExportedProduct[]> {
  return db.$queryRaw`
    SELECT item_id AS "itemId", coalesce(item.description, '') AS description,
           coalesce(item.oap_product_id, '') AS "oapProductId", mapping.product_name AS "mappedName",
           coalesce(item.is_deleted, false) AS "isDeleted"
    FROM (SELECT * FROM item WHERE merchant_id = ${merchantId} AND item_id > ${after}
          ORDER BY item_id LIMIT ${limit}) item
    FULL JOIN (SELECT * FROM product_mapping WHERE merchant_id = ${merchantId} AND item_id > ${after}
               ORDER BY item_id LIMIT ${limit}) mapping USING (item_id)
    ORDER BY item_id LIMIT ${limit}`
}

/** What is known of these items; those that nothing is known of are left out. */
export async function loadKnownProducts(
  db: Db,
  merchantId: string,
  itemIds: readonly string[],
): Promise<Map<string, KnownProduct>> {
  const rows = await db.$queryRaw<KnownRow[]>`
    SELECT wanted.item_id AS "itemId", mapping.product_name AS "mappedName",
           item.item_id IS NOT NULL AS "isKnown", item.description,
           item.oap_product_id AS "oapProductId", item.price_minor AS "priceMinor", item.currency,
           item.modified_at IS NOT NULL AS "isToldByStore"
    FROM unnest(${[...itemIds]}::text[]) AS wanted (item_id)
    LEFT JOIN item ON item.merchant_id = ${merchantId} AND item.item_id = wanted.item_id
    LEFT JOIN product_mapping mapping
      ON mapping.merchant_id = ${merchantId} AND mapping.item_id = wanted.item_id
    WHERE item.item_id IS NOT NULL OR mapping.item_id IS NOT NULL`
  return new Map(rows.map((row) => [row.itemId, toKnownProduct(row)]))
}

type KnownRow = {
  itemId: string
  mappedName: string | null
  isKnown: boolean
  description: string | null
  oapProductId: string | null
  priceMinor: bigint | null
  currency: string | null
  isToldByStore: boolean
}

function toKnownProduct({ itemId, mappedName, isKnown, ...row }: KnownRow): KnownProduct {
  if (!isKnown) return { itemId, mappedName, item: null }
  const { description, oapProductId, priceMinor, currency, isToldByStore } = row
  return {
    itemId,
    mappedName,
    item: {
      description: description ?? '',
      oapProductId: oapProductId ?? '',
      priceCents: priceMinor === null ? null : Number(priceMinor),
      currency: currency ?? 'USD',
      isToldByStore,
    },
  }
}

/** Does what is planned for these rows, in four statements. */
export async function savePlannedProducts(
  db: Db,
  merchantId: string,
  planned: readonly PlannedProduct[],
): Promise<void> {
  await saveDetails(db, merchantId, planned)
  const named = planned.filter(({ mappedName }) => typeof mappedName === 'string')
  await db.$executeRaw`
    INSERT INTO product_mapping (merchant_id, item_id, product_name, updated_at)
    SELECT ${merchantId}, item_id, product_name, now()
    FROM unnest(${named.map(({ itemId }) => itemId)}::text[],
                ${named.map(({ mappedName }) => mappedName)}::text[]) AS given (item_id, product_name)
    ORDER BY item_id
    ON CONFLICT (merchant_id, item_id) DO UPDATE SET product_name = excluded.product_name,
      updated_at = excluded.updated_at`
  const unnamed = planned.filter(({ mappedName }) => mappedName === null)
  await db.$executeRaw`
    DELETE FROM product_mapping WHERE merchant_id = ${merchantId}
      AND item_id = ANY(${unnamed.map(({ itemId }) => itemId)}::text[])`
}

/** What the store told meanwhile stays as it told it. */
async function saveDetails(
  db: Db,
  merchantId: string,
  planned: readonly PlannedProduct[],
): Promise<void> {
  const rows = planned.flatMap(({ itemId, details }) =>
    details === null ? [] : [{ itemId, ...details }],
  )
  await db.$executeRaw`
    INSERT INTO item (merchant_id, item_id, description, oap_product_id, price_minor, currency)
    SELECT ${merchantId}, item_id, coalesce(description, ''), coalesce(oap_product_id, ''), price_minor,
           coalesce(currency, 'USD')
    FROM unnest(${rows.map((row) => row.itemId)}::text[], ${rows.map((row) => row.description)}::text[],
                ${rows.map((row) => row.oapProductId)}::text[], ${rows.map((row) => row.priceCents)}::bigint[],
                ${rows.map((row) => row.currency)}::text[])
      AS given (item_id, description, oap_product_id, price_minor, currency)
    ORDER BY item_id
    ON CONFLICT (merchant_id, item_id) DO UPDATE SET
      description = coalesce(nullif(excluded.description, ''), item.description),
      oap_product_id = coalesce(nullif(excluded.oap_product_id, ''), item.oap_product_id),
      price_minor = coalesce(excluded.price_minor, item.price_minor),
      currency = CASE WHEN excluded.price_minor IS NULL THEN item.currency ELSE excluded.currency END,
      updated_at = now()
    WHERE item.modified_at IS NULL`
}
