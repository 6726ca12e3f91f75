import type { NameToCheck } from '#lib/domain/check-product-names.ts'
import type { ProductRow } from '#lib/domain/product.ts'
import type { ProductWarning, WarningCounts } from '#lib/domain/product-warnings.ts'
import type { Db } from './client.ts'
import { escapeLike, makeCursor, readCursor } from './cursors.ts'
import { Prisma } from './generated/client.ts'

export type ProductPage = { products: ProductRow[]; nextCursor: string | null }

export type ProductQuery = {
  search: string
  /** Only items with this warning. */
  warning?: ProductWarning | null
  limit: number
  cursor: string | null
}

/**
 * One page of a merchant's products by item id: what the store told of and what
 * was mapped by hand. Items deleted from the store show only while they are
 * mapped. `search` is looked for in the id, the description and the names.
 */
export async function listProductRows(
  db: Db,
  merchantId: string,
  { search, warning = null, limit, cursor }: ProductQuery,
): Promise<ProductPage> {
  const pattern = `%${escapeLike(search.trim())}%`
  const after = cursor === null ? null : readCursor(cursor, (key) => !key.includes('\0'))
  const condition = Prisma.sql`
    (${after}::text IS NULL OR item_id > ${after})
    AND ${warning === null ? Prisma.sql`true` : WARNED[warning]}
    AND (item_id ILIKE ${pattern} OR description ILIKE ${pattern} OR name_sent ILIKE ${pattern})`
  const rows = await queryProducts(db, merchantId, { condition, limit: limit + 1 })
  const products = rows.slice(0, limit)
  const last = products.at(-1)
  const hasMore = rows.length > limit && last !== undefined
  return { products, nextCursor: hasMore ? makeCursor(last.itemId) : null }
}

/** One product as the list shows it; `null` when the store never told of it and nothing is mapped. */
export async function findProductRow(
  db: Db,
  merchantId: string,
  itemId: string,
): Promise<ProductRow | null> {
  const condition = Prisma.sql`item_id = ${itemId}`
  const [row] = await queryProducts(db, merchantId, { condition, limit: 1 })
  return row ?? null
}

/** The names are resolved here as in `resolveProductName`, since duplicates are found in the whole catalogue. */
function queryProducts(
  db: Db,
  merchantId: string,
  { condition, limit }: { condition: Prisma.Sql; limit: number },
): Promise<ProductRow[]> {
  return db.$queryRaw<ProductRow[]>`
    WITH ${catalogueOf(merchantId)}, page AS (
      SELECT * FROM catalogue WHERE ${condition} ORDER BY item_id LIMIT ${limit}
    ), same AS (
      SELECT name_sent, array_agg(item_id ORDER BY item_id) AS item_ids
      FROM catalogue WHERE name_sent IN (SELECT name_sent FROM page) GROUP BY name_sent
    )
    SELECT item_id AS "itemId", description, oap_product_id AS "oapProductId",
           mapped_name AS "mappedName", name_sent AS "nameSent",
           name_source AS "nameSource",
           array_remove(item_ids, item_id) AS "sameNameAs", is_known AS "isKnownToStore",
           is_sold AS "isSold"
    FROM page JOIN same USING (name_sent) ORDER BY item_id`
}

/** Enough for any store, and compared within a moment. */
const MOST_NAMES = 10_000

/** The names that messages may say, each with some of its items; those of sold items first. */
export async function loadNamesSent(db: Db, merchantId: string): Promise<NameToCheck[]> {
  return db.$queryRaw`
    WITH ${catalogueOf(merchantId)}
    SELECT btrim(name_sent) AS name, (array_agg(item_id ORDER BY item_id))[1:3] AS "itemIds",
           CASE WHEN count(*) = 1 THEN min(mapped_name) END AS "mappedName", bool_or(is_sold) AS "isSold"
    FROM catalogue GROUP BY btrim(name_sent)
    ORDER BY bool_or(is_sold) DESC, btrim(name_sent) LIMIT ${MOST_NAMES}`
}

function catalogueOf(merchantId: string): Prisma.Sql {
  return Prisma.sql`catalogue AS (
    SELECT item_id, coalesce(item.description, '') AS description,
           coalesce(item.oap_product_id, '') AS oap_product_id, mapping.product_name AS mapped_name,
           coalesce(mapping.product_name, nullif(item.oap_product_id, ''), item_id) AS name_sent,
           CASE WHEN mapping.item_id IS NOT NULL THEN 'mapping'
                WHEN item.oap_product_id <> '' THEN 'oap-product-id'
                ELSE 'item-id' END AS name_source,
           item.merchant_id IS NOT NULL AS is_known, item.first_sold_at IS NOT NULL AS is_sold
    FROM (SELECT * FROM item WHERE merchant_id = ${merchantId}) item
    FULL JOIN (SELECT * FROM product_mapping WHERE merchant_id = ${merchantId}) mapping USING (item_id)
    WHERE item.is_deleted IS NOT TRUE OR mapping.item_id IS NOT NULL
  )`
}

const IS_DOUBLE = Prisma.sql`name_sent IN (
  SELECT name_sent FROM catalogue GROUP BY name_sent HAVING count(*) > 1)`

/** The same as `warningsOf` says of each row. */
const WARNED: Record<ProductWarning, Prisma.Sql> = {
  unmapped: Prisma.sql`is_sold AND name_source = 'item-id'`,
  'same-name': Prisma.sql`name_source <> 'oap-product-id' AND ${IS_DOUBLE}`,
  copied: Prisma.sql`name_source = 'oap-product-id' AND ${IS_DOUBLE}`,
}

/** How many products of a merchant have each warning. */
export async function countProductWarnings(db: Db, merchantId: string): Promise<WarningCounts> {
  const [counts] = await db.$queryRaw<WarningCounts[]>`
    WITH ${catalogueOf(merchantId)}
    SELECT count(*)::integer AS products,
           (count(*) FILTER (WHERE ${WARNED.unmapped}))::integer AS unmapped,
           (count(*) FILTER (WHERE ${WARNED['same-name']}))::integer AS "same-name",
           (count(*) FILTER (WHERE ${WARNED.copied}))::integer AS copied
    FROM catalogue`
  return counts ?? { products: 0, unmapped: 0, 'same-name': 0, copied: 0 }
}
