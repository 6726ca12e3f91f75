import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { PRODUCT_WARNINGS } from '#lib/domain/product-warnings.ts'

export const productSearchParams = {
  q: parseAsString,
  cursor: parseAsString,
  /** Only items with this warning. */
  warning: parseAsStringLiteral(PRODUCT_WARNINGS),
  /** The item of which the next order is shown. */
  preview: parseAsString,
}

export type ProductSearch = inferParserType<typeof productSearchParams>

export const loadProductSearch = createLoader(productSearchParams)

const serialize = createSerializer(productSearchParams)

/** The address of a page of the products. */
export function productsPath(search: Partial<ProductSearch>): string {
  return serialize('/products', search)
}
