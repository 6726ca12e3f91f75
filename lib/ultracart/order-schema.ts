import { z } from 'zod'
import { amount } from './amount.ts'
import {
  currencyCode,
  flag,
  id,
  instant,
  integer,
  list,
  number,
  part,
  strictList,
  text,
  texts,
  weight,
} from './fields.ts'

const address = {
  title: text,
  first_name: text,
  last_name: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  state_region: text,
  postal_code: text,
  country_code: text,
}

const billing = part({
  ...address,
  email: text,
  day_phone: text,
  evening_phone: text,
  cell_phone: text,
  cell_phone_e164: text,
})

const shipping = part({
  ...address,
  shipping_method: text,
  tracking_numbers: texts,
  special_instructions: text,
  shipping_date: instant,
  lift_gate: flag,
})

const items = strictList({
  item_index: integer,
  merchant_item_id: text,
  description: text,
  quantity: number,
  cost: amount,
  unit_cost_with_discount: amount,
  total_cost_with_discount: amount,
  discount: amount,
  kit: flag,
  kit_component: flag,
  parent_item_index: integer,
  tax_free: flag,
  free_shipping: flag,
  options: list({ label: text, value: text, cost_change: amount }),
  manufacturer_sku: text,
  barcode: text,
  accounting_code: text,
  distribution_center_code: text,
  auto_order_schedule: text,
  weight,
  quantity_refunded: number,
  total_refunded: amount,
})

const summary = part({
  subtotal: amount,
  subtotal_discount: amount,
  tax: amount,
  shipping_handling_total: amount,
  shipping_handling_total_discount: amount,
  total: amount,
  total_refunded: amount,
  subtotal_refunded: amount,
  subtotal_discount_refunded: amount,
  tax_refunded: amount,
  shipping_handling_refunded: amount,
  other_refunded: amount,
})

/** Cards and gateway transactions are left out on purpose: what is not read cannot leak. */
const payment = part({
  payment_status: text,
  payment_method: text,
  payment_dts: instant,
  test_order: flag,
  surcharge: amount,
})

const autoOrder = part({
  auto_order_code: text,
  original_order_id: text,
  status: text,
  enabled: flag,
  items: list({ last_order_dts: instant }),
})

const checkout = part({
  screen_branding_theme_code: text,
  storefront_host_name: text,
  customer_ip_address: text,
  upsell_path_code: text,
  comments: text,
  custom_field1: text,
  custom_field2: text,
  custom_field3: text,
  custom_field4: text,
  custom_field5: text,
  custom_field6: text,
  custom_field7: text,
})

/** What is read of UltraCart's `Order` model (REST v2, 2017-03-01). */
export const orderSchema = z.object({
  order_id: id,
  current_stage: text,
  creation_dts: instant,
  currency_code: currencyCode,
  refund_dts: instant,
  refund_reason: text,
  reject_dts: instant,
  reject_reason: text,
  billing,
  shipping,
  items,
  summary,
  payment,
  taxes: part({ tax_rate: number, tax_county: text }),
  coupons: list({ coupon_code: text, base_coupon_code: text, accounting_code: text }),
  affiliates: list({ affiliate_oid: integer, sub_id: text }),
  auto_order: autoOrder,
  marketing: part({ advertising_source: text, referral_code: text, mailing_list: flag }),
  checkout,
  internal: part({ refund_by_user: text, sales_rep_code: text, merchant_notes: text }),
})

/** What is read of the order that began an auto order; the auto order names it, so it need not name itself. */
export const originalOrder = part({
  order_id: text,
  creation_dts: instant,
  currency_code: currencyCode,
  billing,
  items,
  summary,
  payment,
  checkout,
})

export type UltraCartOrder = z.infer<typeof orderSchema>
export type UltraCartOriginalOrder = NonNullable<z.infer<typeof originalOrder>>
export type UltraCartOrderItem = NonNullable<UltraCartOrder['items']>[number]
