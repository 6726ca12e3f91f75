import type { StoreEvent } from './store-event.ts'

const NEWS_FOR_MS = 24 * 60 * 60 * 1_000

/** Whether a sale or refund is told more than a day after it happened, as when UltraCart sends a store's past again (its `reflow`). */
export function isHistory(event: StoreEvent, toldAt: Date): boolean {
  const happenedAt = momentOf(event)
  return happenedAt !== null && toldAt.getTime() - Date.parse(happenedAt) > NEWS_FOR_MS
}

/** `null` where UltraCart does not say when it was. */
function momentOf(event: StoreEvent): string | null {
  switch (event.kind) {
    case 'order-paid':
      return event.order.payment?.paidAt ?? event.order.createdAt
    case 'order-refunded':
      return event.order.refund.refundedAt
    case 'auto-order-status-changed':
    case 'affiliate-joined':
    case 'affiliate-approval-changed':
      return null
  }
}
