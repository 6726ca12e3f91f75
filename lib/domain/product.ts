import type { ProductNameSource } from './message.ts'
import type { NameSuggestion } from './suggest-names.ts'
import type { LineView } from './transmission.ts'

/** One row of the product mapping. */
export type ProductRow = {
  itemId: string
  description: string
  oapProductId: string
  /** The name entered on the screen; `null` when none is. */
  mappedName: string | null
  /** What will be sent, and where it comes from. */
  nameSent: string
  nameSource: ProductNameSource
  /** Other item ids that send the same name. */
  sameNameAs: string[]
  /** Seen in an order or an item event. */
  isKnownToStore: boolean
  isSold: boolean
}

/** A row of the list, with names to choose from while it has none. */
export type ListedProductRow = ProductRow & { suggestions: NameSuggestion[] }

/** What a message of today would say of an order's items; `orderId` and `currency` are `null` for an item by itself. */
export type NextOrderPreview = {
  orderId: string | null
  currency: string | null
  lines: LineView[]
}
