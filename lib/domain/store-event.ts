import type {
  AffiliateSnapshot,
  AutoOrderSnapshot,
  OrderSnapshot,
  RefundedTotals,
} from './snapshot.ts'

/** What is new in a snapshot: the facts that ONTRAPORT is to be told. */
export type StoreEvent = OrderPaid | OrderRefunded | AutoOrderStatusChanged | AffiliateEvent

export type OrderPaid = { kind: 'order-paid'; order: OrderSnapshot; isRebill: boolean }

/** `refunded` is what this refund added, not the running total. */
export type OrderRefunded = {
  kind: 'order-refunded'
  order: OrderSnapshot
  refunded: RefundedTotals
  items: RefundedItem[]
  isPartial: boolean
}

export type RefundedItem = { index: number; quantity: number; refundedCents: number }

export type AutoOrderStatusChanged = {
  kind: 'auto-order-status-changed'
  autoOrder: AutoOrderSnapshot
  /** `null` for a status that has no word; such a change is never sent. */
  word: AutoOrderWord | null
}

/** An affiliate who signed up, or whose approval was given or withdrawn. */
export type AffiliateEvent = {
  kind: 'affiliate-joined' | 'affiliate-approval-changed'
  affiliate: AffiliateSnapshot
}

/** The six words of the vendor's page, byte for byte, and the second spelling of the third. */
export type AutoOrderWord =
  | 'active'
  | 'card declined'
  | 'cancelled upgrade'
  | 'cancelled download'
  | 'cancelled downgrade'
  | 'cancelled'
  | 'terminated'
