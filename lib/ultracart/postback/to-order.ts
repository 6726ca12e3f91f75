import type { UltraCartOrder, UltraCartOrderItem } from '../order-schema.ts'
import { partOrNull } from './postback-fields.ts'
import type { PostbackAddress, PostbackItem, PostbackOrder } from './postback-order-schema.ts'

/** An exported order in the shape of the webhooks' order, so that both come the same way from here on. */
export function toOrder(order: PostbackOrder): UltraCartOrder {
  return {
    order_id: order.order_id,
    current_stage: order.current_stage,
    creation_dts: order.order_date,
    currency_code: order.currency_code,
    billing: toBilling(order),
    shipping: toShipping(order),
    items: order.item?.map(toItem) ?? null,
    summary: toSummary(order),
    payment: toPayment(order),
    taxes: partOrNull({ tax_rate: order.tax_rate, tax_county: order.tax_county }),
    coupons: order.coupon?.map(toCoupon) ?? null,
    affiliates: toAffiliates(order),
    auto_order: toOrderAutoOrder(order),
    checkout: toCheckout(order),
    ...toWords(order),
    refund_dts: order.refund_dts,
    refund_reason: '',
    reject_dts: null,
    reject_reason: '',
  }
}

function toBilling(order: PostbackOrder): UltraCartOrder['billing'] {
  const { email, day_phone, evening_phone, cell_phone } = order
  return partOrNull({
    ...toAddress(order.bill_to),
    email,
    day_phone,
    evening_phone,
    cell_phone,
    cell_phone_e164: '',
  })
}

function toShipping(order: PostbackOrder): UltraCartOrder['shipping'] {
  return partOrNull({
    ...toAddress(order.ship_to),
    shipping_method: order.shipping_method,
    tracking_numbers: toTrackingNumbers(order.shipping_tracking_number),
    special_instructions: order.special_instructions,
    shipping_date: order.shipping_date_time ?? order.shipping_date,
    lift_gate: order.lift_gate,
  })
}

function toAddress({ state, zip, country, ...address }: PostbackAddress) {
  return { ...address, state_region: state, postal_code: zip, country_code: country }
}

function toTrackingNumbers(text: string): string[] {
  return text.split(/\s*[,;]\s*/).filter((number) => number !== '')
}

function toItem(item: PostbackItem): UltraCartOrderItem {
  const { item_id, item_weight, option, ...same } = item
  return {
    ...same,
    merchant_item_id: item_id,
    weight: item_weight,
    options: option?.map(toOption) ?? null,
    parent_item_index: null,
    auto_order_schedule: '',
  }
}

function toOption(option: NonNullable<PostbackItem['option']>[number]) {
  const { option_name, option_value, cost_change } = option
  return { label: option_name, value: option_value, cost_change }
}

function toSummary(order: PostbackOrder): UltraCartOrder['summary'] {
  return {
    subtotal: order.subtotal,
    subtotal_discount: order.subtotal_discount,
    tax: order.tax,
    shipping_handling_total: order.shipping_handling_total,
    shipping_handling_total_discount: order.shipping_handling_total_discount,
    total: order.total,
    total_refunded: order.total_refunded,
    subtotal_refunded: order.subtotal_refunded,
    subtotal_discount_refunded: order.subtotal_discount_refunded,
    tax_refunded: order.tax_refunded,
    shipping_handling_refunded: order.shipping_handling_refunded,
    other_refunded: order.other_refunded,
  }
}

function toPayment(order: PostbackOrder): UltraCartOrder['payment'] {
  const { payment_status, payment_method, test_order, surcharge } = order
  const payment_dts = order.payment_date_time ?? order.payment_date
  return partOrNull({ payment_status, payment_method, payment_dts, test_order, surcharge })
}

function toCoupon(coupon: NonNullable<PostbackOrder['coupon']>[number]) {
  const { coupon_code, base_coupon_code, coupon_accounting_code } = coupon
  return { coupon_code, base_coupon_code, accounting_code: coupon_accounting_code }
}

/** Tier 1 made the sale, the others recruited: the order of the webhooks' list. */
function toAffiliates(order: PostbackOrder): UltraCartOrder['affiliates'] {
  const [first, ...recruiters] = [
    order.tier_1_affiliate_oid,
    order.tier_2_affiliate_oid,
    order.tier_3_affiliate_oid,
    order.tier_4_affiliate_oid,
    order.tier_5_affiliate_oid,
  ]
  const affiliates = [
    { affiliate_oid: first ?? null, sub_id: order.tier_1_affiliate_sub_id },
    ...recruiters.map((affiliate_oid) => ({ affiliate_oid, sub_id: '' })),
  ]
  const named = affiliates.filter(({ affiliate_oid }) => affiliate_oid !== null)
  return named.length === 0 ? null : named
}

function toOrderAutoOrder(order: PostbackOrder): UltraCartOrder['auto_order'] {
  const { auto_order_code, auto_order_original_order_id, auto_order_status } = order
  const lastRebill = order.auto_order_last_rebill
  return partOrNull({
    auto_order_code,
    original_order_id: auto_order_original_order_id,
    status: auto_order_status,
    enabled: null,
    items: lastRebill === null ? null : [{ last_order_dts: lastRebill }],
  })
}

/** The fields of both kinds of postback that belong to the checkout. */
type CheckoutFields = Pick<PostbackOrder, `custom_field_${1 | 2 | 3 | 4 | 5 | 6 | 7}`> &
  Partial<
    Pick<PostbackOrder, 'screen_branding_theme_code' | 'customer_ip_address' | 'upsell_path_code'>
  >

export function toCheckout(fields: CheckoutFields): UltraCartOrder['checkout'] {
  return partOrNull({
    screen_branding_theme_code: fields.screen_branding_theme_code ?? '',
    storefront_host_name: '',
    customer_ip_address: fields.customer_ip_address ?? '',
    upsell_path_code: fields.upsell_path_code ?? '',
    comments: '',
    custom_field1: fields.custom_field_1,
    custom_field2: fields.custom_field_2,
    custom_field3: fields.custom_field_3,
    custom_field4: fields.custom_field_4,
    custom_field5: fields.custom_field_5,
    custom_field6: fields.custom_field_6,
    custom_field7: fields.custom_field_7,
  })
}

function toWords(order: PostbackOrder): Pick<UltraCartOrder, 'marketing' | 'internal'> {
  const { advertising_source, referral_code, mailing_list } = order
  const { refund_by_user, sales_rep_code, merchant_notes } = order
  return {
    marketing: partOrNull({ advertising_source, referral_code, mailing_list }),
    internal: partOrNull({ refund_by_user, sales_rep_code, merchant_notes }),
  }
}
