import { expect } from 'vitest'
import { withoutKitComponents } from '#lib/domain/kit-components.ts'
import type { OrderItem, OrderSnapshot, PostalAddress } from '#lib/domain/snapshot.ts'
import {
  amountsOf,
  childOf,
  childrenOf,
  type ReadElement,
  readDocument,
  textsOf,
  told,
} from './read-document.ts'

/** Holds what a document says of an order against the order; items and refunds are the caller's. */
export function expectOrderTold(xml: string, order: OrderSnapshot): ReadElement {
  const element = childOf(childOf(readDocument(xml), 'export'), 'order')
  const texts = textsToTell(order)
  expect(textsOf(element, Object.keys(texts))).toEqual(texts)
  const amounts = amountsToTell(order)
  expect(amountsOf(element, Object.keys(amounts), order.currency)).toEqual(amounts)
  const coupons = childrenOf(element, 'coupon').map((coupon) =>
    textsOf(coupon, ['coupon_code', 'base_coupon_code', 'coupon_accounting_code']),
  )
  expect(coupons).toEqual(
    (order.coupons ?? []).map(({ code, baseCode, accountingCode }) => ({
      coupon_code: told(code),
      base_coupon_code: told(baseCode),
      coupon_accounting_code: told(accountingCode),
    })),
  )
  return element
}

/** The lines that a message of this order can have. */
export function linesToTell(order: OrderSnapshot): OrderItem[] {
  return withoutKitComponents(order.items ?? [])
}

/** Holds one `<item>` against its item and the name that it goes by. */
export function expectItemTold(
  element: ReadElement | undefined,
  item: OrderItem,
  { productName, currency }: { productName: string; currency: string },
): void {
  expect(textsOf(element ?? {}, ['item_id', 'description', 'barcode', 'item_weight'])).toEqual({
    item_id: told(productName),
    description: told(item.description),
    barcode: told(item.barcode),
    item_weight: told(item.weight),
  })
  expect(amountsOf(element ?? {}, ['cost', 'total_cost_with_discount'], currency)).toEqual({
    cost: item.unitCostCents,
    total_cost_with_discount: item.discountedTotalCents,
  })
}

function textsToTell(order: OrderSnapshot): Record<string, string | undefined> {
  const { buyer, shipping, marketing, checkout, autoOrder, internal } = order
  return {
    merchant_id: order.merchantId,
    order_id: order.orderId,
    currency_code: order.currency,
    ...addressToTell('bill_to', buyer),
    ...addressToTell('ship_to', shipping),
    email: told(buyer?.email),
    day_phone: told(buyer?.dayPhone),
    evening_phone: told(buyer?.eveningPhone),
    payment_method: told(order.payment?.method),
    shipping_method: told(shipping?.method),
    special_instructions: told(shipping?.specialInstructions),
    shipping_tracking_number: told(shipping?.trackingNumbers.join(', ')),
    tax_county: told(order.taxes?.county),
    referral_code: told(marketing?.referralCode),
    advertising_source: told(marketing?.advertisingSource),
    screen_branding_theme_code: told(checkout?.screenBrandingThemeCode),
    customer_ip_address: told(checkout?.customerIpAddress),
    upsell_path_code: told(checkout?.upsellPathCode),
    custom_field_1: told(checkout?.customFields[0]),
    custom_field_7: told(checkout?.customFields[6]),
    merchant_notes: told(internal?.merchantNotes),
    sales_rep_code: told(internal?.salesRepCode),
    auto_order_code: told(autoOrder?.code),
    auto_order_original_order_id: told(autoOrder?.originalOrderId),
    tier_1_affiliate_sub_id: told(order.affiliates?.[0]?.subId),
  }
}

function addressToTell(
  prefix: 'bill_to' | 'ship_to',
  address: PostalAddress | null,
): Record<string, string | undefined> {
  return {
    [`${prefix}_company`]: told(address?.company),
    [`${prefix}_title`]: told(address?.title),
    [`${prefix}_first_name`]: told(address?.firstName),
    [`${prefix}_last_name`]: told(address?.lastName),
    [`${prefix}_address1`]: told(address?.address1),
    [`${prefix}_address2`]: told(address?.address2),
    [`${prefix}_city`]: told(address?.city),
    [`${prefix}_state`]: told(address?.stateRegion),
    [`${prefix}_zip`]: told(address?.postalCode),
  }
}

function amountsToTell({ totals, payment }: OrderSnapshot): Record<string, number | null> {
  return {
    subtotal: totals?.subtotalCents ?? null,
    subtotal_discount: totals?.subtotalDiscountCents ?? null,
    tax: totals?.taxCents ?? null,
    shipping_handling_total: totals?.shippingHandlingCents ?? null,
    shipping_handling_total_discount: totals?.shippingHandlingDiscountCents ?? null,
    surcharge: payment?.surchargeCents ?? null,
    total: totals?.totalCents ?? null,
  }
}
