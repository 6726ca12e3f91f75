import { randomInt } from 'node:crypto'

/** JSON as UltraCart sends it. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [key: string]: Json | undefined }

/**
 * A paid order of 29.00 + 7.95 shipping + 2.39 tax = 39.34 in UltraCart's
 * shape, fresh and with an id of its own. Overrides are merged key by key;
 * lists are replaced, and `undefined` takes a key away.
 */
export function anOrder(overrides: JsonObject = {}): JsonObject {
  const orderId = `DEMO-${String(randomInt(1e10)).padStart(10, '0')}`
  const now = easternTime(new Date())
  const order = {
    merchant_id: 'DEMO',
    order_id: orderId,
    current_stage: 'Shipping Department',
    creation_dts: now,
    language_iso_code: 'ENG',
    billing: { ...ADDRESS, day_phone: '408-555-0147', email: 'zoe.nunez@example.com' },
    shipping: { ...ADDRESS, shipping_method: 'USPS: Priority Mail', lift_gate: false },
    items: [anOrderItem()],
    summary: aSummary({ subtotal: 29, shipping: 7.95, tax: 2.39 }),
    payment: {
      payment_method: 'Credit Card',
      payment_status: 'Processed',
      payment_dts: now,
      test_order: false,
      surcharge: money(0),
      credit_card: { card_type: 'VISA', card_number: 'XXXXXXXXXXXX1111' },
    },
    taxes: { tax_rate: 0.0825, tax_county: 'Santa Clara' },
    coupons: [],
    affiliates: [],
    marketing: { advertising_source: 'Newsletter', mailing_list: true },
    checkout: {
      customer_ip_address: '192.0.2.44',
      storefront_host_name: 'shop.example.com',
      screen_branding_theme_code: 'DFLT',
      custom_field1: 'podcast',
    },
    internal: { exported_to_accounting: false },
  }
  return merge(order, overrides)
}

/** An order whose money has not moved: stage Accounts Receivable, payment unprocessed. */
export function anUnpaidOrder(overrides: JsonObject = {}): JsonObject {
  const unpaid = {
    current_stage: 'Accounts Receivable',
    payment: { payment_status: 'Unprocessed', payment_dts: undefined },
  }
  return merge(anOrder(unpaid), overrides)
}

/** The order as it stands once `refunded` (the running total, in the order's currency) was given back. */
export function refundedOrder(order: JsonObject, refunded: number): JsonObject {
  return merge(order, {
    refund_dts: easternTime(new Date()),
    refund_reason: 'DAMAGED',
    payment: { payment_status: 'Refunded' },
    summary: { subtotal_refunded: money(refunded), total_refunded: money(refunded) },
    internal: { refund_by_user: 'csr.amy' },
  })
}

/** An auto order in its first month, active, with the order that began it. */
export function anAutoOrder(overrides: JsonObject = {}): JsonObject {
  const original = anOrder()
  const autoOrder = {
    merchant_id: 'DEMO',
    auto_order_oid: randomInt(1e9),
    auto_order_code: `AO${String(randomInt(1e8)).padStart(8, '0')}`,
    original_order_id: original.order_id,
    enabled: true,
    completed: false,
    status: 'active',
    credit_card_attempt: 0,
    cancel_upgrade: false,
    cancel_downgrade: false,
    items: [{ original_item_id: 'CLUB-MONTHLY', original_quantity: 1, frequency: 'Monthly' }],
    original_order: original,
  }
  return merge(autoOrder, overrides)
}

/** A store's item without an `oapProductid`. */
export function anItem(overrides: JsonObject = {}): JsonObject {
  const item = {
    merchant_id: 'DEMO',
    merchant_item_oid: randomInt(1e9),
    merchant_item_id: 'CLUB-MONTHLY',
    description: 'Tea Club membership (monthly)',
    inactive: false,
    kit: false,
    kit_component_only: false,
    last_modified_dts: easternTime(new Date()),
    pricing: { cost: 29, currency_code: 'USD' },
    content: { attributes: [] },
  }
  return merge(item, overrides)
}

/** A webhook's body: the events by name, in order, such as `[['order_create', anOrder()]]`. */
export function aWebhook(events: [name: string, model: Json][]): JsonObject {
  return { events: events.map(([name, model]) => ({ [name]: model })) }
}

/** One line of an order: an item at 29.00. */
export function anOrderItem(overrides: JsonObject = {}): JsonObject {
  const item = {
    item_index: 1,
    merchant_item_id: 'CLUB-MONTHLY',
    description: 'Tea Club membership (monthly)',
    quantity: 1,
    cost: money(29),
    unit_cost_with_discount: money(29),
    total_cost_with_discount: money(29),
    discount: money(0),
    kit: false,
    kit_component: false,
    tax_free: false,
    free_shipping: false,
    options: [],
    weight: { uom: 'LB', value: 0.5 },
  }
  return merge(item, overrides)
}

/** A summary whose total is the sum of the given parts, with nothing refunded. */
export function aSummary(parts: { subtotal: number; shipping?: number; tax?: number }): JsonObject {
  const { subtotal, shipping = 0, tax = 0 } = parts
  return {
    subtotal: money(subtotal),
    subtotal_discount: money(0),
    tax: money(tax),
    shipping_handling_total: money(shipping),
    shipping_handling_total_discount: money(0),
    total: money(Number((subtotal + shipping + tax).toFixed(2))),
    total_refunded: money(0),
  }
}

/** UltraCart's `Currency` model. */
export function money(value: number, currencyCode = 'USD'): JsonObject {
  return { currency_code: currencyCode, exchange_rate: 1, localized: value, value }
}

const ADDRESS = {
  first_name: 'Zoë',
  last_name: 'Núñez',
  address1: '12 O’Connell Straße',
  city: 'San José',
  state_region: 'CA',
  postal_code: '95113',
  country_code: 'US',
}

/** UltraCart writes its times with US Eastern's offset; the standard one will do. */
function easternTime(at: Date): string {
  const shifted = new Date(at.getTime() - 5 * 3_600_000)
  return `${shifted.toISOString().slice(0, 19)}-05:00`
}

function merge(base: JsonObject, overrides: JsonObject): JsonObject {
  const merged: JsonObject = { ...base }
  for (const [key, value] of Object.entries(overrides)) {
    const before = merged[key]
    if (value === undefined) delete merged[key]
    else merged[key] = isObject(before) && isObject(value) ? merge(before, value) : value
  }
  return merged
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
