import { withoutKitComponents } from './kit-components.ts'
import { formatDecimal } from './money.ts'
import type { Buyer, OrderSnapshot } from './snapshot.ts'
import type { AutoOrderStatusChanged, OrderPaid, OrderRefunded, StoreEvent } from './store-event.ts'

/** One line in plain words for the log, such as `Sale DEMO-1: 2 items, 72.25 USD, Zoë Núñez`. */
export function describeTransmission(event: StoreEvent): string {
  switch (event.kind) {
    case 'order-paid':
      return oneLine(describeSale(event))
    case 'order-refunded':
      return oneLine(describeRefund(event))
    case 'auto-order-status-changed':
      return oneLine(describeAutoOrder(event))
  }
}

function describeSale({ order, isRebill }: OrderPaid): string {
  const title = `${isRebill ? 'Rebill' : 'Sale'} ${order.orderId}`
  const facts = [countItems(order), totalOf(order), nameOf(order.buyer)].filter(
    (fact) => fact !== '',
  )
  return facts.length === 0 ? title : `${title}: ${facts.join(', ')}`
}

function describeRefund({ order, refunded, isPartial }: OrderRefunded): string {
  const amount = inCurrency(refunded.totalCents, order)
  if (isPartial) return `Partial refund of ${amount} (order total ${totalOf(order)})`
  return refunded.totalCents === order.totals?.totalCents
    ? `Full refund of ${amount}`
    : `Refund of ${amount} (order total ${totalOf(order)}, now refunded in full)`
}

function describeAutoOrder({ autoOrder, word }: AutoOrderStatusChanged): string {
  return `Auto order ${autoOrder.autoOrderCode}: ${word ?? autoOrder.status}`
}

function countItems({ items }: OrderSnapshot): string {
  if (items === null) return ''
  const count = withoutKitComponents(items).length
  return count === 1 ? '1 item' : `${count} items`
}

function totalOf(order: OrderSnapshot): string {
  return order.totals === null ? '' : inCurrency(order.totals.totalCents, order)
}

function inCurrency(minorUnits: number, { currency }: OrderSnapshot): string {
  return `${formatDecimal({ minorUnits, currency })} ${currency}`
}

function nameOf(buyer: Buyer | null): string {
  if (buyer === null) return ''
  return `${buyer.firstName} ${buyer.lastName}`.trim() || buyer.company || buyer.email
}

/** Buyers type the names, so line breaks and control characters can be in them. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
