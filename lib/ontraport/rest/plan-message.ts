import type {
  AffiliateMessage,
  AutoOrderStatusMessage,
  Message,
  RefundMessage,
  SaleMessage,
} from '#lib/domain/message.ts'
import { formatDecimal } from '#lib/domain/money.ts'
import { netLines } from '#lib/domain/net-lines.ts'
import type { RestRules } from '#lib/domain/rest-rules.ts'
import type { Buyer, PostalAddress } from '#lib/domain/snapshot.ts'
import type { AutoOrderWord } from '#lib/domain/store-event.ts'
import type { ContactPlan, Plan, RefundPlan, SalePlan } from './plan.ts'

/** What is to be called for a message; the same message and rules always give the same plan. */
export function planMessage(message: Message, rules: RestRules): Plan {
  switch (message.kind) {
    case 'sale':
      return planSale(message, rules)
    case 'refund':
      return planRefund(message, rules)
    case 'auto-order-status':
      return planStatus(message, rules)
    case 'affiliate':
      return planAffiliate(message, rules)
  }
}

function planSale({ order, lines }: SaleMessage, rules: RestRules): SalePlan {
  const { currency, orderId } = order
  const priced = lines.map(({ item, product }) => ({ name: product.name, item }))
  return {
    kind: 'sale',
    orderId,
    contact: { ...toContact(order.buyer), ...affiliateField(order, rules) },
    placedAt: Date.parse(order.payment?.paidAt ?? order.createdAt ?? '') || 0,
    lines: netLines(order, priced, rules).map(({ name, quantity, unitMinor }) => ({
      name,
      quantity,
      price: Number(formatDecimal({ minorUnits: unitMinor, currency })),
    })),
    partner: order.checkout?.customFields[rules.partnerField - 1] || null,
    createProducts: rules.createProducts === 'on',
    shippingAndTax: rules.shippingAndTax,
    ...tagsOfSale(rules, new Set(lines.map(({ item }) => item.itemId))),
  }
}

/** Those of every sale and those of its items; a tag that one of them gives is not taken away by another. */
function tagsOfSale(
  { saleTags, saleTagsRemoved, productTags }: RestRules,
  itemIds: ReadonlySet<string>,
): Pick<SalePlan, 'addTags' | 'removeTags'> {
  const bought = productTags.filter(({ itemId }) => itemIds.has(itemId))
  const addTags = new Set([...saleTags, ...bought.flatMap(({ add }) => add)])
  const removeTags = new Set([...saleTagsRemoved, ...bought.flatMap(({ remove }) => remove)])
  return {
    addTags: [...addTags],
    removeTags: [...removeTags].filter((tag) => !addTags.has(tag)),
  }
}

/** The first affiliate of an order made the sale. */
function affiliateField(
  { affiliates }: SaleMessage['order'],
  { buyerAffiliateField }: RestRules,
): Record<string, string> {
  const [seller] = affiliates ?? []
  if (buyerAffiliateField === '' || seller === undefined) return {}
  return { [buyerAffiliateField]: String(seller.affiliateId) }
}

/** The API refunds whole sales only; a part becomes a tag of the buyer. */
function planRefund({ order }: RefundMessage, rules: RestRules): RefundPlan | ContactPlan {
  const { totals, orderId } = order
  const isWhole = totals !== null && totals.refunded.totalCents >= totals.totalCents
  if (isWhole) return { kind: 'refund', orderId, how: rules.wholeRefunds }
  const contact = toContact(order.buyer)
  return { kind: 'contact', contact, addTags: named(rules.partialRefundTag), removeTags: [] }
}

const ALL_WORDS: readonly AutoOrderWord[] = [
  'active',
  'card declined',
  'cancelled upgrade',
  'cancelled download',
  'cancelled downgrade',
  'cancelled',
  'terminated',
]

function planStatus({ autoOrder, word }: AutoOrderStatusMessage, rules: RestRules): ContactPlan {
  const { statusField, statusTag } = rules
  const tagOf = (one: AutoOrderWord) => `${statusTag}: ${one}`
  const others = ALL_WORDS.filter((one) => one !== word)
  return {
    kind: 'contact',
    contact: {
      ...toContact(autoOrder.originalOrder?.buyer ?? null),
      ...(statusField === '' ? {} : { [statusField]: word }),
    },
    addTags: statusTag === '' ? [] : [tagOf(word)],
    removeTags: statusTag === '' ? [] : others.map(tagOf),
  }
}

/** No call makes a partner: an automation in ONTRAPORT does, started by the tag. */
function planAffiliate({ affiliate }: AffiliateMessage, rules: RestRules): ContactPlan {
  const { affiliateField, affiliateTag } = rules
  const { email, phone, isApproved } = affiliate
  return {
    kind: 'contact',
    contact: withoutBlanks({
      ...addressFields(affiliate),
      email,
      office_phone: phone,
      ...(affiliateField === '' ? {} : { [affiliateField]: String(affiliate.affiliateId) }),
    }),
    addTags: isApproved ? named(affiliateTag) : [],
    removeTags: isApproved ? [] : named(affiliateTag),
  }
}

function toContact(buyer: Buyer | null): Record<string, string> {
  if (buyer === null) return {}
  return withoutBlanks({
    ...addressFields(buyer),
    email: buyer.email,
    home_phone: buyer.eveningPhone,
    office_phone: buyer.dayPhone,
    cell_phone: buyer.cellPhone,
  })
}

function addressFields(from: Omit<PostalAddress, 'title'>): Record<string, string> {
  return {
    firstname: from.firstName,
    lastname: from.lastName,
    company: from.company,
    address: from.address1,
    address2: from.address2,
    city: from.city,
    state: from.stateRegion,
    zip: from.postalCode,
    country: from.countryCode,
  }
}

/** A blank would overwrite what ONTRAPORT has. */
function withoutBlanks(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''))
}

function named(tag: string): string[] {
  return tag === '' ? [] : [tag]
}
