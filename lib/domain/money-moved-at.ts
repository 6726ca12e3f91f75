import type { OrderPaid, OrderRefunded, StoreEvent } from './store-event.ts'

/** Sales and refunds have a time of their own, the other events none. */
export function movesMoney(event: StoreEvent): event is OrderPaid | OrderRefunded {
  return event.kind === 'order-paid' || event.kind === 'order-refunded'
}

/** When it was paid, or paid back; `null` where UltraCart does not say. */
export function moneyMovedAt(event: OrderPaid | OrderRefunded): string | null {
  return event.kind === 'order-paid'
    ? (event.order.payment?.paidAt ?? event.order.createdAt)
    : event.order.refund.refundedAt
}
