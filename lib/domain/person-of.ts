import type { AffiliateSnapshot, Buyer } from './snapshot.ts'
import type { StoreEvent } from './store-event.ts'

/** Whom an event is about: the buyer, or the affiliate; `null` when it names nobody. */
export function personOf(event: StoreEvent): Buyer | AffiliateSnapshot | null {
  switch (event.kind) {
    case 'order-paid':
    case 'order-refunded':
      return event.order.buyer
    case 'auto-order-status-changed':
      return event.autoOrder.originalOrder?.buyer ?? null
    case 'affiliate-joined':
    case 'affiliate-approval-changed':
      return event.affiliate
  }
}
