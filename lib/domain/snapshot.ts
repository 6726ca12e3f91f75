/**
 * How UltraCart says a thing stands now. A part that did not arrive (the
 * webhook lacks its expansion) is `null`; text that did not arrive is `''`.
 * All times are ISO 8601 in UTC; all amounts are minor units of `currency`.
 */
export type Snapshot = OrderSnapshot | AutoOrderSnapshot | ItemSnapshot | AffiliateSnapshot

export type OrderSnapshot = {
  kind: 'order'
  merchantId: string
  orderId: string
  /** The event that brought it, such as `order_create`; `xml_order` for an XML Postback. */
  eventName: string
  /** As UltraCart spells it, trimmed; `''` when absent. */
  stage: string
  createdAt: string | null
  currency: string
  buyer: Buyer | null
  shipping: Shipping | null
  items: OrderItem[] | null
  totals: OrderTotals | null
  payment: Payment | null
  taxes: OrderTaxes | null
  coupons: Coupon[] | null
  affiliates: OrderAffiliate[] | null
  autoOrder: OrderAutoOrder | null
  marketing: Marketing | null
  checkout: Checkout | null
  refund: { refundedAt: string | null; reason: string; refundedBy: string }
  rejection: { rejectedAt: string | null; reason: string }
  internal: { salesRepCode: string; merchantNotes: string } | null
}

export type PostalAddress = {
  title: string
  firstName: string
  lastName: string
  company: string
  address1: string
  address2: string
  city: string
  stateRegion: string
  postalCode: string
  countryCode: string
}

export type Buyer = PostalAddress & {
  email: string
  dayPhone: string
  eveningPhone: string
  cellPhone: string
}

export type Shipping = PostalAddress & {
  method: string
  trackingNumbers: string[]
  specialInstructions: string
  shippedAt: string | null
  hasLiftGate: boolean | null
}

export type OrderItem = {
  /** 1-based place in the order. */
  index: number
  itemId: string
  description: string
  quantity: number
  unitCostCents: number | null
  discountedUnitCostCents: number | null
  discountedTotalCents: number | null
  discountCents: number | null
  isKit: boolean
  isKitComponent: boolean
  /** For a kit component, the `index` of its kit where UltraCart names it. */
  parentIndex: number | null
  isTaxFree: boolean | null
  isFreeShipping: boolean | null
  options: { label: string; value: string; costChangeCents: number | null }[]
  manufacturerSku: string
  barcode: string
  accountingCode: string
  distributionCenterCode: string
  autoOrderSchedule: string
  weight: string
  quantityRefunded: number
  refundedCents: number
}

export type OrderTotals = {
  subtotalCents: number | null
  subtotalDiscountCents: number | null
  taxCents: number | null
  shippingHandlingCents: number | null
  shippingHandlingDiscountCents: number | null
  totalCents: number
  refunded: RefundedTotals
}

/** Running totals: everything refunded on the order so far. */
export type RefundedTotals = {
  totalCents: number
  subtotalCents: number
  subtotalDiscountCents: number
  taxCents: number
  shippingHandlingCents: number
  otherCents: number
}

export type Payment = {
  /** As UltraCart spells it, trimmed, such as `Processed`; `''` when absent. */
  status: string
  method: string
  paidAt: string | null
  isTestOrder: boolean
  surchargeCents: number | null
}

export type OrderTaxes = { rate: number | null; county: string }

export type Coupon = { code: string; baseCode: string; accountingCode: string }

/** The first affiliate of an order made the sale; the others recruited. */
export type OrderAffiliate = { affiliateId: number; subId: string }

export type OrderAutoOrder = {
  code: string
  originalOrderId: string
  status: string
  isEnabled: boolean | null
  lastRebillAt: string | null
}

export type Marketing = {
  advertisingSource: string
  referralCode: string
  isOnMailingList: boolean | null
}

export type Checkout = {
  screenBrandingThemeCode: string
  storefrontHost: string
  customerIpAddress: string
  upsellPathCode: string
  comments: string
  /** Custom fields 1 to 7, in order. */
  customFields: string[]
}

export type AutoOrderSnapshot = {
  kind: 'auto-order'
  merchantId: string
  /** The code that merchants see, such as `ZX81QLM2P4`; it names the stream. */
  autoOrderCode: string
  autoOrderOid: number | null
  originalOrderId: string
  eventName: string
  /** As UltraCart spells it, trimmed: `active`, `canceled`, `disabled`, `merged`; `''` when absent. */
  status: string
  isEnabled: boolean | null
  isCompleted: boolean
  /** How often the current rebill was tried in vain; UltraCart sets it to 0 after a success. */
  failedAttemptCount: number
  nextAttemptAt: string | null
  failureReason: string
  isCancelledForUpgrade: boolean
  isCancelledForDowngrade: boolean
  cancelledAt: string | null
  cancelledBy: string
  cancelReason: string
  disabledAt: string | null
  mergedInto: string
  items: AutoOrderItem[] | null
  originalOrder: AutoOrderOriginal | null
}

export type AutoOrderItem = {
  originalItemId: string
  originalQuantity: number | null
  nextItemId: string
  frequency: string
  nextShipmentAt: string | null
  noOrderAfterAt: string | null
  arbitraryUnitCostCents: number | null
  arbitraryDiscountPercent: number | null
}

/** What an auto order tells of the order that began it; its buyer is the only address we get. */
export type AutoOrderOriginal = {
  orderId: string
  createdAt: string | null
  currency: string
  buyer: Buyer | null
  items: OrderItem[] | null
  checkout: Checkout | null
}

export type ItemSnapshot = {
  kind: 'item'
  merchantId: string
  itemId: string
  eventName: string
  description: string
  /** The ONTRAPORT product named in the item's `oapProductid` field; `''` when it has none, `null` when its attributes did not arrive. */
  oapProductId: string | null
  isInactive: boolean
  isKit: boolean
  isKitComponentOnly: boolean
  isDeleted: boolean
  /** The regular price, whatever sale runs; `null` when the pricing did not arrive. */
  priceCents: number | null
  sale: ItemSale | null
  currency: string
  /** Sold as an auto order; `null` when that part did not arrive. */
  isRecurring: boolean | null
  modifiedAt: string | null
}

/** A price for a time; an edge that is `null` is open. */
export type ItemSale = { priceCents: number; startsAt: string | null; endsAt: string | null }

export type AffiliateSnapshot = Omit<PostalAddress, 'title'> & {
  kind: 'affiliate'
  merchantId: string
  /** The number that UltraCart gives an affiliate; as text it names the stream. */
  affiliateId: number
  /** The event that brought it, or `affiliate-post` or `affiliate-list`. */
  eventName: string
  isApproved: boolean
  email: string
  phone: string
}
