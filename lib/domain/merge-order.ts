import { isPaid } from './judge-sale.ts'
import type { OrderSnapshot, OrderTotals, RefundedTotals } from './snapshot.ts'

/**
 * What is known of an order after one more snapshot. UltraCart's events carry
 * no time and come in any order, so: parts that did not arrive stay as they
 * were, refunded totals only grow, and a paid order does not become unpaid.
 */
export function mergeOrder(known: OrderSnapshot | null, incoming: OrderSnapshot): OrderSnapshot {
  if (known === null) return incoming
  const isOlder = isPaid(known) && isNotYetPaid(incoming)
  return {
    ...incoming,
    stage: isOlder || incoming.stage === '' ? known.stage : incoming.stage,
    payment: isOlder ? known.payment : (incoming.payment ?? known.payment),
    createdAt: incoming.createdAt ?? known.createdAt,
    buyer: incoming.buyer ?? known.buyer,
    shipping: incoming.shipping ?? known.shipping,
    items: mergeItems(known.items, incoming.items),
    totals: mergeTotals(known.totals, incoming.totals),
    taxes: incoming.taxes ?? known.taxes,
    coupons: incoming.coupons ?? known.coupons,
    affiliates: incoming.affiliates ?? known.affiliates,
    autoOrder: incoming.autoOrder ?? known.autoOrder,
    marketing: incoming.marketing ?? known.marketing,
    checkout: incoming.checkout ?? known.checkout,
    internal: incoming.internal ?? known.internal,
    refund: incoming.refund.refundedAt === null ? known.refund : incoming.refund,
    rejection: incoming.rejection.rejectedAt === null ? known.rejection : incoming.rejection,
  }
}

/** Only the states that come before a payment; a void or a decline can also come after one. */
function isNotYetPaid(order: OrderSnapshot): boolean {
  const status = order.payment?.status.toLowerCase()
  return status === 'unprocessed' || status === 'authorized'
}

function mergeTotals(known: OrderTotals | null, incoming: OrderTotals | null): OrderTotals | null {
  if (incoming === null || known === null) return incoming ?? known
  const isOlder = incoming.refunded.totalCents < known.refunded.totalCents
  const refunded: RefundedTotals = isOlder ? known.refunded : incoming.refunded
  return { ...incoming, refunded }
}

type Items = OrderSnapshot['items']

function mergeItems(known: Items, incoming: Items): Items {
  if (incoming === null || known === null) return incoming ?? known
  const before = new Map(known.map((item) => [item.index, item]))
  return incoming.map((item) => {
    const earlier = before.get(item.index)
    if (earlier === undefined || earlier.refundedCents <= item.refundedCents) return item
    return {
      ...item,
      refundedCents: earlier.refundedCents,
      quantityRefunded: earlier.quantityRefunded,
    }
  })
}
