import type { ProductRow } from './product.ts'

/** What is doubtful about the name that an item is sent under. */
export const PRODUCT_WARNINGS = ['unmapped', 'same-name', 'copied'] as const
export type ProductWarning = (typeof PRODUCT_WARNINGS)[number]

/** How many items have each warning, and how many items there are. */
export type WarningCounts = Record<ProductWarning, number> & { products: number }

/**
 * `unmapped`: was sold and goes out under its bare item id. `same-name`: others
 * go out under its name. `copied`: so they do, by a field oapProductid that was
 * copied along with the item.
 */
export function warningsOf(
  product: Pick<ProductRow, 'nameSource' | 'isSold' | 'sameNameAs'>,
): ProductWarning[] {
  const { nameSource, isSold, sameNameAs } = product
  const isDouble = sameNameAs.length > 0
  return [
    ...(isSold && nameSource === 'item-id' ? (['unmapped'] as const) : []),
    ...(isDouble && nameSource !== 'oap-product-id' ? (['same-name'] as const) : []),
    ...(isDouble && nameSource === 'oap-product-id' ? (['copied'] as const) : []),
  ]
}
