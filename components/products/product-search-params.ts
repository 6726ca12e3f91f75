import { createLoader, createSerializer, parseAsString } from 'nuqs/server'

export const productSearchParams = { q: parseAsString, cursor: parseAsString }

export const loadProductSearch = createLoader(productSearchParams)

const serialize = createSerializer(productSearchParams)

/** The address of a page of the products. */
export function productsPath(search: { q: string | null; cursor: string | null }): string {
  return serialize('/products', search)
}
