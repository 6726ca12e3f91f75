import { fullName } from './full-name.ts'
import { isPostback } from './is-postback.ts'
import { withoutKitComponents } from './kit-components.ts'
import { formatDecimal } from './money.ts'
import type { Buyer, OrderSnapshot } from './snapshot.ts'
import type {
  AffiliateEvent,
  AutoOrderStatusChanged,
  OrderPaid,
  OrderRefunded,
  StoreEvent,
} from './store-event.ts'

/** One line in plain words for the log, such as `Sale DEMO-1: 2 items, 72.25 USD, Zoë Núñez`. */
export function describeTransmission(event: StoreEvent): string {
  switch (event.kind) {
    case 'order-paid':
      return oneLine(describeSale(event))
    case 'order-refunded':
      return oneLine(describeRefund(event))
    case 'auto-order-status-changed':
      return oneLine(describeAutoOrder(event))
    case 'affiliate-joined':
    case 'affiliate-approval-changed':
      return oneLine(describeAffiliate(event))
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
  const title = `Auto order ${autoOrder.autoOrderCode}: ${word ?? autoOrder.status}`
  if (word === null || autoOrder.originalOrder?.buyer?.email) return title
  // Without it ONTRAPORT cannot find the contact, so the log has to say so.
  return isPostback(autoOrder)
    ? `${title}, without an email`
    : `${title}, without an email (the expansion original_order.billing did not arrive)`
}

function describeAffiliate({ kind, affiliate }: AffiliateEvent): string {
  const approval = affiliate.isApproved ? 'approved' : 'not approved'
  const verb = kind === 'affiliate-joined' ? `joined, ${approval}` : `now ${approval}`
  const facts = [verb, nameOf(affiliate)].filter((fact) => fact !== '')
  return `Affiliate ${affiliate.affiliateId} ${facts.join(': ')}`
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

type Named = Pick<Buyer, 'firstName' | 'lastName' | 'company' | 'email'>

function nameOf(person: Named | null): string {
  if (person === null) return ''
  return fullName(person) || person.company || person.email
}

/** Buyers type the names, so line breaks and control characters can be in them. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
