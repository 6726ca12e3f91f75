import type { NameCheck } from './check-product-names.ts'

/** The products of ONTRAPORT's account as they were fetched last, and what they make of the names here. */
export type AccountProductsView = {
  /** ISO 8601, UTC; `null` while the list has never been fetched. */
  listedAt: string | null
  /** False when the account has more products than are fetched. */
  isComplete: boolean
  names: string[]
  check: NameCheck | null
  /** Whether the rule lets a product that is missing be made. */
  isCreating: boolean
}
