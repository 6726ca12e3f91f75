import type { NameSources } from '#lib/domain/product-name.ts'
import type { ItemSnapshot } from '#lib/domain/snapshot.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import type { Sql } from './pipeline.ts'

/** The name sources of each of these items; every id asked for is in the answer. */
export async function loadNameSources(
  db: Sql,
  merchantId: string,
  itemIds: readonly string[],
): Promise<Map<string, NameSources>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db.$queryRaw<(NameSources & { itemId: string })[]>`
    SELECT wanted.item_id AS "itemId", mapping.product_name AS "mappedName",
           coalesce(item.oap_product_id, '') AS "oapProductId"
    FROM (SELECT DISTINCT unnest(${[...itemIds]}::text[]) AS item_id) wanted
    LEFT JOIN product_mapping mapping
      ON mapping.merchant_id = ${merchantId} AND mapping.item_id = wanted.item_id
    LEFT JOIN item ON item.merchant_id = ${merchantId} AND item.item_id = wanted.item_id`
  return new Map(rows.map(({ itemId, ...sources }) => [itemId, sources]))
}

/**
 * Keeps what item events say, in one statement. What was modified earlier than
 * the row we have changes nothing, and only a later modification brings a
 * deleted item back. A part that did not arrive keeps its old value. Gives the
 * items of which something was new.
 */
export async function saveItemSnapshots(
  db: Sql,
  items: readonly ItemSnapshot[],
): Promise<ItemKey[]> {
  if (items.length === 0) return []
  // Sorted, so that two batches lock the same rows in the same order.
  return db.$queryRaw<ItemKey[]>`
    WITH saved AS (
    INSERT INTO item (merchant_id, item_id, description, oap_product_id, is_inactive, is_kit,
                      is_kit_component_only, is_deleted, price_minor, currency, sale_price_minor,
                      sale_starts_at, sale_ends_at, is_recurring, modified_at, updated_at)
    SELECT DISTINCT ON (given.merchant_id, given.item_id) given.merchant_id, given.item_id,
           given.description, coalesce(given.oap_product_id, known.oap_product_id, ''),
           given.is_inactive, given.is_kit, given.is_kit_component_only, given.is_deleted,
           given.price_minor, given.currency, given.sale_price_minor, given.sale_starts_at,
           given.sale_ends_at, coalesce(given.is_recurring, known.is_recurring, false),
           given.modified_at, now()
    FROM unnest(
      ${items.map((item) => item.merchantId)}::text[],
      ${items.map((item) => item.itemId)}::text[],
      ${items.map((item) => item.description)}::text[],
      ${items.map((item) => item.oapProductId?.trim() ?? null)}::text[],
      ${items.map((item) => item.isInactive)}::boolean[],
      ${items.map((item) => item.isKit)}::boolean[],
      ${items.map((item) => item.isKitComponentOnly)}::boolean[],
      ${items.map((item) => item.isDeleted)}::boolean[],
      ${items.map((item) => item.priceCents)}::bigint[],
      ${items.map((item) => item.currency)}::text[],
      ${items.map((item) => item.sale?.priceCents ?? null)}::bigint[],
      ${items.map((item) => item.sale?.startsAt ?? null)}::timestamptz[],
      ${items.map((item) => item.sale?.endsAt ?? null)}::timestamptz[],
      ${items.map((item) => item.isRecurring)}::boolean[],
      ${items.map((item) => item.modifiedAt)}::timestamptz[]
    ) WITH ORDINALITY AS given (merchant_id, item_id, description, oap_product_id, is_inactive, is_kit,
                                is_kit_component_only, is_deleted, price_minor, currency, sale_price_minor,
                                sale_starts_at, sale_ends_at, is_recurring, modified_at, place)
    LEFT JOIN item known USING (merchant_id, item_id)
    ORDER BY given.merchant_id, given.item_id, given.modified_at DESC NULLS LAST, given.place DESC
    ON CONFLICT (merchant_id, item_id) DO UPDATE SET
      description = coalesce(nullif(excluded.description, ''), item.description),
      oap_product_id = excluded.oap_product_id,
      is_inactive = excluded.is_inactive,
      is_kit = excluded.is_kit,
      is_kit_component_only = excluded.is_kit_component_only,
      is_deleted = excluded.is_deleted
        OR (item.is_deleted AND (excluded.modified_at > item.modified_at) IS NOT TRUE),
      price_minor = coalesce(excluded.price_minor, item.price_minor),
      currency = CASE WHEN excluded.price_minor IS NULL THEN item.currency ELSE excluded.currency END,
      sale_price_minor = CASE WHEN excluded.price_minor IS NULL THEN item.sale_price_minor ELSE excluded.sale_price_minor END,
      sale_starts_at = CASE WHEN excluded.price_minor IS NULL THEN item.sale_starts_at ELSE excluded.sale_starts_at END,
      sale_ends_at = CASE WHEN excluded.price_minor IS NULL THEN item.sale_ends_at ELSE excluded.sale_ends_at END,
      is_recurring = excluded.is_recurring,
      modified_at = coalesce(excluded.modified_at, item.modified_at),
      updated_at = excluded.updated_at
    WHERE (excluded.modified_at < item.modified_at) IS NOT TRUE
    RETURNING item.*)
    SELECT saved.merchant_id AS "merchantId", saved.item_id AS "itemId"
    FROM saved LEFT JOIN item before USING (merchant_id, item_id)
    WHERE (${said('saved')}) IS DISTINCT FROM (${said('before')})`
}

export type ItemKey = { merchantId: string; itemId: string }

/** What UltraCart can say of an item, as the row has it. In the statement that writes it, the table itself still shows the row as it was. */
function said(row: 'saved' | 'before'): Prisma.Sql {
  return Prisma.join(
    [
      'description',
      'oap_product_id',
      'is_inactive',
      'is_kit',
      'is_kit_component_only',
      'is_deleted',
      'price_minor',
      'currency',
      'sale_price_minor',
      'sale_starts_at',
      'sale_ends_at',
      'is_recurring',
      'modified_at',
    ].map((column) => Prisma.raw(`${row}.${column}`)),
  )
}

/** Remembers which items were sold: unknown ones get a row, and the first sale's time is set once. Known ones cost one look. */
export async function noteSoldItems(
  db: Sql,
  merchantId: string,
  sold: readonly { itemId: string; description: string }[],
): Promise<void> {
  if (sold.length === 0) return
  await db.$executeRaw`
    INSERT INTO item (merchant_id, item_id, description, first_sold_at)
    SELECT DISTINCT ON (given.item_id) ${merchantId}, given.item_id, given.description, now()
    FROM unnest(
      ${sold.map((item) => item.itemId)}::text[],
      ${sold.map((item) => item.description)}::text[]
    ) AS given (item_id, description)
    WHERE NOT EXISTS (
      SELECT FROM item known
      WHERE known.merchant_id = ${merchantId} AND known.item_id = given.item_id
        AND known.first_sold_at IS NOT NULL)
    ORDER BY given.item_id
    ON CONFLICT (merchant_id, item_id) DO UPDATE SET
      first_sold_at = excluded.first_sold_at,
      description = coalesce(nullif(item.description, ''), excluded.description)
    WHERE item.first_sold_at IS NULL`
}

/** Sets the name that ONTRAPORT gets for an item; the item need not be known yet. The name must say something. */
export async function saveProductMapping(
  db: Db,
  { merchantId, itemId, productName }: ItemKey & { productName: string },
): Promise<void> {
  const name = productName.trim()
  await db.productMapping.upsert({
    where: { merchantId_itemId: { merchantId, itemId } },
    create: { merchantId, itemId, productName: name },
    update: { productName: name, updatedAt: new Date() },
  })
}

/** Takes the entered name away; the item is then named by its own field or its id. */
export async function removeProductMapping(db: Db, { merchantId, itemId }: ItemKey): Promise<void> {
  await db.productMapping.deleteMany({ where: { merchantId, itemId } })
}

/** Forgets items with the names entered for them. */
export async function removeItems(
  db: Db,
  merchantId: string,
  itemIds: readonly string[],
): Promise<void> {
  const where = { merchantId, itemId: { in: [...itemIds] } }
  await db.item.deleteMany({ where })
  await db.productMapping.deleteMany({ where })
}
