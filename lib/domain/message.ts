import type {
  AffiliateSnapshot,
  AutoOrderSnapshot,
  OrderItem,
  OrderSnapshot,
  RefundedTotals,
} from './snapshot.ts'
import type { AutoOrderWord } from './store-event.ts'

/** What we tell ONTRAPORT, before encoding. */
export type Message = SaleMessage | RefundMessage | AutoOrderStatusMessage | AffiliateMessage

export type SaleMessage = {
  kind: 'sale'
  order: OrderSnapshot
  lines: MessageLine[]
  isRebill: boolean
}

export type RefundMessage = {
  kind: 'refund'
  order: OrderSnapshot
  lines: RefundLine[]
  refunded: RefundedTotals
}

export type AutoOrderStatusMessage = {
  kind: 'auto-order-status'
  autoOrder: AutoOrderSnapshot
  word: AutoOrderWord
  lines: AutoOrderLine[]
  originalLines: MessageLine[]
}

/** The same for a sign-up and for a change of approval: who it is, and whether approved now. */
export type AffiliateMessage = { kind: 'affiliate'; affiliate: AffiliateSnapshot }

export type ProductNameSource = 'mapping' | 'oap-product-id' | 'item-id'

export type ProductName = { name: string; source: ProductNameSource }

export type MessageLine = { item: OrderItem; product: ProductName; isDuplicateName: boolean }

export type RefundLine = MessageLine & { quantityRefunded: number; refundedCents: number }

export type AutoOrderLine = {
  item: NonNullable<AutoOrderSnapshot['items']>[number]
  original: ProductName
  next: ProductName | null
}
