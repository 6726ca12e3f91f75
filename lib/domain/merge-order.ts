import { fillPostback } from './fill-postback.ts'
import { isPostback } from './is-postback.ts'
import { isPaid } from './judge-sale.ts'
import type { OrderSnapshot, OrderTotals } from './snapshot.ts'

/**
 * What is known of an order after one more snapshot. UltraCart's events carry
 * no time and come in any order, so: parts that did not arrive stay as they
 * were, refunded totals only grow, and a paid order does not become unpaid.
 */
export function mergeOrder(known: OrderSnapshot | null, incoming: OrderSnapshot): OrderSnapshot {
  if (known === null) return incoming
  return merge(known, isPostback(incoming) ? fillPostback(known, incoming) : incoming)
}

function merge(known: OrderSnapshot, incoming: OrderSnapshot): OrderSnapshot {
  const isOlder = isPaid(known) && isNotYetPaid(incoming)
  return {
    ...incoming,
    // A snapshot without amounts knows no currency.
    currency: hasAmounts(incoming) || !hasAmounts(known) ? incoming.currency : known.currency,
    stage: isOlder || incoming.stage === '' ? known.stage : incoming.stage,
    payment: isOlder ? known.payment : (incoming.payment ?? known.payment),
    createdAt: incoming.createdAt ?? known.createdAt,
    buyer: incoming.buyer ?? known.buyer,
    shipping: incoming.shipping ?? known.shipping,
    items: mergeItems(known.items, incoming.items),
    totals: mergeTotals(known, incoming),
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

function hasAmounts({ totals, items }: OrderSnapshot): boolean {
  return totals !== null || items !== null
}

function mergeTotals(known: OrderSnapshot, incoming: OrderSnapshot): OrderTotals | null {
  if (incoming.totals === null || known.totals === null) return incoming.totals ?? known.totals
  const before = known.totals.refunded
  const now = incoming.totals.refunded
  const isKept = now.totalCents < before.totalCents || isRounding(known, incoming)
  return { ...incoming.totals, refunded: isKept ? before : now }
}

/** Webhook and postback may round the same refund apart; one cent on top is no refund of its own. */
function isRounding(known: OrderSnapshot, incoming: OrderSnapshot): boolean {
  if (!isPostback(known) && !isPostback(incoming)) return false
  const before = known.totals?.refunded.totalCents ?? 0
  return before > 0 && (incoming.totals?.refunded.totalCents ?? 0) - before <= 1
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
