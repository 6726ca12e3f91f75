import type { OrderAffiliate, OrderSnapshot, PostalAddress } from '#lib/domain/snapshot.ts'
import { element, text, type XmlNode } from '#lib/xml-writer.ts'
import { amount, country, date, dateTime, decimal, trueFalse, yesNo } from './postback-values.ts'

/** What differs between the documents that tell an order. */
export type OrderParts = {
  paymentStatus: 'Processed' | 'Refunded'
  stageCode: string | null
  items: XmlNode[]
  refund: XmlNode[]
}

/**
 * `<export><order>` with the elements in the order of UltraCart's own export.
 * Card data is not even in the snapshot; what did not arrive has no element.
 */
export function orderElements(order: OrderSnapshot, parts: OrderParts): XmlNode {
  const children = [
    ...headOf(order, parts),
    ...addressOf('bill_to', order.buyer),
    ...addressOf('ship_to', order.shipping),
    ...deliveryOf(order),
    ...contactOf(order),
    ...text('payment_method', order.payment?.method ?? null),
    ...parts.items,
    ...totalsOf(order),
    ...parts.refund,
    ...text('special_instructions', order.shipping?.specialInstructions ?? null),
    ...text('merchant_notes', order.internal?.merchantNotes ?? null),
    ...text(
      'subtotal_discount',
      amount(order.totals?.subtotalDiscountCents ?? null, order.currency),
    ),
    ...marketingOf(order),
    ...couponsOf(order),
    ...text('sales_rep_code', order.internal?.salesRepCode ?? null),
    ...text('customer_ip_address', order.checkout?.customerIpAddress ?? null),
    ...(order.affiliates ?? []).slice(0, AFFILIATE_TIERS).flatMap(affiliateOf),
    ...autoOrderOf(order),
    ...text('upsell_path_code', order.checkout?.upsellPathCode ?? null),
    ...text('test_order', trueFalse(order.payment?.isTestOrder ?? null)),
  ]
  return { name: 'export', content: element('order', children) }
}

const AFFILIATE_TIERS = 5

function headOf(order: OrderSnapshot, parts: OrderParts): XmlNode[] {
  const paidAt = order.payment?.paidAt ?? null
  const shippedAt = order.shipping?.shippedAt ?? null
  return [
    ...text('merchant_id', order.merchantId),
    ...text('order_id', order.orderId),
    ...text('order_date', dateTime(order.createdAt)),
    ...text('current_stage', parts.stageCode),
    ...text('payment_status', parts.paymentStatus),
    ...text('payment_date', date(paidAt)),
    ...text('payment_date_time', dateTime(paidAt)),
    ...text('shipping_date', date(shippedAt)),
    ...text('shipping_date_time', dateTime(shippedAt)),
  ]
}

function addressOf(prefix: 'bill_to' | 'ship_to', address: PostalAddress | null): XmlNode[] {
  if (address === null) return []
  return [
    ...text(`${prefix}_company`, address.company),
    ...text(`${prefix}_title`, address.title),
    ...text(`${prefix}_first_name`, address.firstName),
    ...text(`${prefix}_last_name`, address.lastName),
    ...text(`${prefix}_address1`, address.address1),
    ...text(`${prefix}_address2`, address.address2),
    ...text(`${prefix}_city`, address.city),
    ...text(`${prefix}_state`, address.stateRegion),
    ...text(`${prefix}_zip`, address.postalCode),
    ...text(`${prefix}_country`, country(address.countryCode)),
  ]
}

function deliveryOf({ taxes, shipping }: OrderSnapshot): XmlNode[] {
  return [
    ...text('tax_county', taxes?.county ?? null),
    ...text('shipping_method', shipping?.method ?? null),
    ...text('lift_gate', yesNo(shipping?.hasLiftGate ?? null)),
    ...text('shipping_tracking_number', shipping?.trackingNumbers.join(', ') ?? null),
  ]
}

function contactOf({ buyer, marketing }: OrderSnapshot): XmlNode[] {
  return [
    ...text('email', buyer?.email ?? null),
    ...text('mailing_list', yesNo(marketing?.isOnMailingList ?? null)),
    ...text('day_phone', buyer?.dayPhone ?? null),
    ...text('evening_phone', buyer?.eveningPhone ?? null),
  ]
}

function totalsOf({ totals, taxes, payment, currency }: OrderSnapshot): XmlNode[] {
  const money = (name: string, minorUnits: number | null | undefined): XmlNode[] =>
    text(name, amount(minorUnits ?? null, currency))
  return [
    ...money('subtotal', totals?.subtotalCents),
    ...text('tax_rate', decimal(taxes?.rate ?? null)),
    ...money('tax', totals?.taxCents),
    ...money('shipping_handling_total', totals?.shippingHandlingCents),
    ...money('shipping_handling_total_discount', totals?.shippingHandlingDiscountCents),
    ...money('surcharge', payment?.surchargeCents),
    ...money('total', totals?.totalCents),
    ...text('currency_code', currency),
  ]
}

function marketingOf({ marketing, checkout }: OrderSnapshot): XmlNode[] {
  return [
    ...text('referral_code', marketing?.referralCode ?? null),
    ...text('advertising_source', marketing?.advertisingSource ?? null),
    ...text('screen_branding_theme_code', checkout?.screenBrandingThemeCode ?? null),
    ...customFields(checkout?.customFields ?? []),
  ]
}

/** Custom fields 1 to 7, under the names both kinds of postback use. */
export function customFields(fields: readonly string[]): XmlNode[] {
  return fields.slice(0, 7).flatMap((value, index) => text(`custom_field_${index + 1}`, value))
}

function couponsOf({ coupons, merchantId, orderId }: OrderSnapshot): XmlNode[] {
  return (coupons ?? []).flatMap((coupon) =>
    element('coupon', [
      ...text('merchant_id', merchantId),
      ...text('order_id', orderId),
      ...text('coupon_code', coupon.code),
      ...text('coupon_accounting_code', coupon.accountingCode),
      ...text('base_coupon_code', coupon.baseCode),
    ]),
  )
}

function affiliateOf({ affiliateId, subId }: OrderAffiliate, index: number): XmlNode[] {
  const oid = text(`tier_${index + 1}_affiliate_oid`, decimal(affiliateId))
  return index === 0 ? [...oid, ...text('tier_1_affiliate_sub_id', subId)] : oid
}

function autoOrderOf({ autoOrder }: OrderSnapshot): XmlNode[] {
  if (autoOrder === null) return []
  return [
    ...text('auto_order_code', autoOrder.code),
    ...text('auto_order_original_order_id', autoOrder.originalOrderId),
    ...text('auto_order_status', autoOrder.status),
    ...text('auto_order_last_rebill', dateTime(autoOrder.lastRebillAt)),
  ]
}
