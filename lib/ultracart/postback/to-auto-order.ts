import type { UltraCartAutoOrder, UltraCartAutoOrderItem } from '../auto-order-schema.ts'
import type { UltraCartOrderItem, UltraCartOriginalOrder } from '../order-schema.ts'
import { autoOrderStanding } from './auto-order-standing.ts'
import type { PostbackAutoOrder } from './postback-auto-order-schema.ts'
import { partOrNull } from './postback-fields.ts'
import { toCheckout } from './to-order.ts'

/** A posted auto order in the shape of the webhooks' auto order, so that both come the same way from here on. */
export function toAutoOrder(order: PostbackAutoOrder): UltraCartAutoOrder {
  return {
    auto_order_oid: null,
    auto_order_code: order.auto_order_code,
    original_order_id: order.original_order_id,
    ...autoOrderStanding(order),
    next_attempt: order.next_attempt,
    failure_reason: order.failure_reason,
    canceled_by_user: order.cancelled_by,
    cancel_reason: '',
    items: order.auto_order_items?.map(toItem) ?? null,
    original_order: toOriginalOrder(order),
  }
}

function toItem(item: NonNullable<PostbackAutoOrder['auto_order_items']>[number]) {
  return {
    original_item_id: item.original_item_id,
    original_quantity: item.quantity,
    next_item_id: item.next_item_id,
    frequency: item.frequency_override,
    next_shipment_dts: item.next_shipment,
    no_order_after_dts: item.no_orders_after,
    arbitrary_unit_cost: item.override_unit_cost,
    arbitrary_percentage_discount: item.percentage_discount,
  } satisfies UltraCartAutoOrderItem
}

function toOriginalOrder(order: PostbackAutoOrder): UltraCartOriginalOrder | null {
  const parts = partOrNull({
    billing: toBilling(order),
    items: order.original_items?.map(toOriginalItem) ?? null,
    checkout: toCheckout(order),
  })
  if (parts === null) return null
  return {
    ...parts,
    order_id: order.original_order_id,
    creation_dts: null,
    currency_code: '',
    summary: null,
    payment: null,
  }
}

/** The day phone is the office's and the evening phone the home's. */
function toBilling(order: PostbackAutoOrder): UltraCartOriginalOrder['billing'] {
  return partOrNull({
    title: '',
    first_name: order.firstname,
    last_name: order.lastname,
    company: order.company,
    address1: order.address,
    address2: order.address2,
    city: order.city,
    state_region: order.state,
    postal_code: order.zip,
    country_code: order.country,
    email: order.email,
    day_phone: order.office_phone,
    evening_phone: order.home_phone,
    cell_phone: order.cell_phone,
    cell_phone_e164: '',
  })
}

function toOriginalItem(
  item: NonNullable<PostbackAutoOrder['original_items']>[number],
): UltraCartOrderItem {
  return {
    item_index: null,
    merchant_item_id: item.item_id,
    description: item.description,
    quantity: item.quantity,
    cost: item.unit_cost,
    unit_cost_with_discount: null,
    total_cost_with_discount: null,
    discount: null,
    kit: null,
    kit_component: null,
    parent_item_index: null,
    tax_free: null,
    free_shipping: null,
    options: null,
    manufacturer_sku: '',
    barcode: '',
    accounting_code: '',
    distribution_center_code: '',
    auto_order_schedule: '',
    weight: '',
    quantity_refunded: null,
    total_refunded: null,
  }
}
