import { fillGaps } from './fill-gaps.ts'
import type { OrderItem, OrderSnapshot, Payment } from './snapshot.ts'

/**
 * A postback's order with what it lacks as the webhooks told it. What it
 * cannot take back stays as well: an order that was once called a test stays
 * one, and amounts in another currency than those known are no news of them.
 */
export function fillPostback(known: OrderSnapshot, incoming: OrderSnapshot): OrderSnapshot {
  const hasOtherCurrency = known.totals !== null && known.currency !== incoming.currency
  return {
    ...incoming,
    currency: hasOtherCurrency ? known.currency : incoming.currency,
    totals: hasOtherCurrency ? known.totals : fillGaps(incoming.totals, known.totals),
    items: hasOtherCurrency ? known.items : fillItems(known.items, incoming.items),
    payment: fillPayment(known.payment, incoming.payment),
    buyer: fillGaps(incoming.buyer, known.buyer),
    shipping: fillGaps(incoming.shipping, known.shipping),
    taxes: fillGaps(incoming.taxes, known.taxes),
    autoOrder: fillGaps(incoming.autoOrder, known.autoOrder),
    marketing: fillGaps(incoming.marketing, known.marketing),
    checkout: fillGaps(incoming.checkout, known.checkout),
    internal: fillGaps(incoming.internal, known.internal),
    refund: fillGaps(incoming.refund, known.refund) ?? incoming.refund,
  }
}

function fillPayment(known: Payment | null, incoming: Payment | null): Payment | null {
  const payment = fillGaps(incoming, known)
  return payment && { ...payment, isTestOrder: payment.isTestOrder || known?.isTestOrder === true }
}

type Items = OrderSnapshot['items']

function fillItems(known: Items, incoming: Items): Items {
  const before = new Map(known?.map((item) => [item.index, item]))
  return incoming?.map((item) => fillItem(before.get(item.index), item)) ?? null
}

function fillItem(known: OrderItem | undefined, incoming: OrderItem): OrderItem {
  if (known === undefined) return incoming
  return {
    ...incoming,
    ...fillGaps(incoming, known),
    isKit: incoming.isKit || known.isKit,
    isKitComponent: incoming.isKitComponent || known.isKitComponent,
  }
}
