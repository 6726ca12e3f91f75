import type { ProductNameSource } from './message.ts'

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
}
