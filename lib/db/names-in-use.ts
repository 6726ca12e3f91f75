import type { NameSuggestion } from '#lib/domain/suggest-names.ts'
import type { Db } from './client.ts'

/** Enough to choose from, and quickly compared. */
const MOST_NAMES = 5_000
const MOST_USERS = 3

/** The product names that ONTRAPORT is known to be told: those that were entered last, and those of fields oapProductid. */
export async function loadNamesInUse(db: Db, merchantId: string): Promise<NameSuggestion[]> {
  return db.$queryRaw`
    SELECT name, coalesce((array_agg(item_id ORDER BY item_id)
        FILTER (WHERE is_sent))[1:${MOST_USERS}], '{}') AS "usedBy"
    FROM (
      SELECT product_name AS name, item_id, true AS is_sent, updated_at
      FROM product_mapping WHERE merchant_id = ${merchantId}
      UNION ALL
      SELECT item.oap_product_id, item.item_id, NOT item.is_deleted AND NOT EXISTS (
          SELECT FROM product_mapping mapping
          WHERE mapping.merchant_id = item.merchant_id AND mapping.item_id = item.item_id),
        item.updated_at
      FROM item WHERE merchant_id = ${merchantId} AND oap_product_id <> ''
    ) used
    GROUP BY name ORDER BY max(updated_at) DESC, name LIMIT ${MOST_NAMES}`
}
