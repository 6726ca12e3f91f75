import type { ProductRow } from '#lib/domain/product.ts'
import type { Db } from './client.ts'
import { escapeLike, makeCursor, readCursor } from './cursors.ts'
import { Prisma } from './generated/client.ts'

export type ProductPage = { products: ProductRow[]; nextCursor: string | null }

/**
 * One page of a merchant's products by item id: what the store told of and what
 * was mapped by hand. Items deleted from the store show only while they are
 * mapped. `search` is looked for in the id, the description and the names.
 */
export async function listProductRows(
  db: Db,
  merchantId: string,
  { search, limit, cursor }: { search: string; limit: number; cursor: string | null },
): Promise<ProductPage> {
  const pattern = `%${escapeLike(search.trim())}%`
  const after = cursor === null ? null : readCursor(cursor, (key) => !key.includes('\0'))
  const condition = Prisma.sql`
    (${after}::text IS NULL OR item_id > ${after})
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
    WITH catalogue AS (
      SELECT item_id, coalesce(item.description, '') AS description,
             coalesce(item.oap_product_id, '') AS oap_product_id, mapping.product_name AS mapped_name,
             coalesce(mapping.product_name, nullif(item.oap_product_id, ''), item_id) AS name_sent,
             item.merchant_id IS NOT NULL AS is_known
      FROM (SELECT * FROM item WHERE merchant_id = ${merchantId}) item
      FULL JOIN (SELECT * FROM product_mapping WHERE merchant_id = ${merchantId}) mapping USING (item_id)
      WHERE item.is_deleted IS NOT TRUE OR mapping.item_id IS NOT NULL
    ), page AS (
      SELECT * FROM catalogue WHERE ${condition} ORDER BY item_id LIMIT ${limit}
    ), same AS (
      SELECT name_sent, array_agg(item_id ORDER BY item_id) AS item_ids
      FROM catalogue WHERE name_sent IN (SELECT name_sent FROM page) GROUP BY name_sent
    )
    SELECT item_id AS "itemId", description, oap_product_id AS "oapProductId",
           mapped_name AS "mappedName", name_sent AS "nameSent",
           CASE WHEN mapped_name IS NOT NULL THEN 'mapping'
                WHEN oap_product_id <> '' THEN 'oap-product-id'
                ELSE 'item-id' END AS "nameSource",
           array_remove(item_ids, item_id) AS "sameNameAs", is_known AS "isKnownToStore"
    FROM page JOIN same USING (name_sent) ORDER BY item_id`
}
