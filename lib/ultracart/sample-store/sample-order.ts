import { SAMPLE_ITEMS } from '#lib/domain/sample-items.ts'
import type { SampleBuyer } from './sample-buyers.ts'

/** UltraCart's JSON, as this product writes it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type Model = { [key: string]: Json }

export type SampleLine = {
  itemId: (typeof SAMPLE_ITEMS)[number]['itemId']
  quantity?: number
  /** Instead of the item's own. */
  priceCents?: number
  description?: string
  schedule?: string
  /** For a component, the place of its kit. */
  kitPlace?: number
}

export type SampleOrder = {
  merchantId: string
  orderId: string
  createdAt: Date
  buyer: SampleBuyer
  lines: SampleLine[]
  shippingCents?: number
  isTest?: boolean
  /** Where it stands, with what UltraCart says of its payment. */
  standing?: { stage: string; payment: string }
  autoOrder?: { code: string; originalOrderId: string }
  refund?: { lines: { place: number; quantity: number }[]; isFull: boolean; at: Date }
}

const PAID = { stage: 'Shipping Department', payment: 'Processed' }
const TAX_RATE = 0.08

/** An order in UltraCart's own shape (REST v2, 2017-03-01), its sums right to the cent. */
export function sampleOrder(order: SampleOrder): Model {
  const { merchantId, orderId, createdAt, autoOrder, standing = PAID } = order
  return {
    merchant_id: merchantId,
    order_id: orderId,
    current_stage: standing.stage,
    creation_dts: instant(createdAt),
    currency_code: 'USD',
    ...afterRefund(order),
    billing: { ...address(order.buyer), day_phone: '555-0147', email: order.buyer.email },
    shipping: { ...address(order.buyer), shipping_method: 'USPS: Priority Mail' },
    items: order.lines.map((line, at) => item(line, at + 1, order)),
    summary: summary(order),
    payment: payment(order, standing.payment),
    taxes: { tax_rate: TAX_RATE, tax_county: 'Santa Clara' },
    coupons: [],
    affiliates: [],
    auto_order: autoOrder
      ? { auto_order_code: autoOrder.code, original_order_id: autoOrder.originalOrderId }
      : null,
    marketing: { advertising_source: 'Newsletter', mailing_list: true },
    checkout: { storefront_host_name: 'shop.example.com', customer_ip_address: '192.0.2.44' },
    internal: { sales_rep_code: '', merchant_notes: '' },
  }
}

/** A time as UltraCart writes it, in whole seconds. */
export function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19)}+00:00`
}

export function money(cents: number): Model {
  return { currency_code: 'USD', exchange_rate: 1, localized: cents / 100, value: cents / 100 }
}

function address(buyer: SampleBuyer): Model {
  return {
    first_name: buyer.firstName,
    last_name: buyer.lastName,
    company: buyer.company ?? '',
    address1: buyer.address1,
    city: buyer.city,
    state_region: buyer.stateRegion ?? '',
    postal_code: buyer.postalCode,
    country_code: buyer.countryCode,
  }
}

function item(line: SampleLine, place: number, { lines, refund }: SampleOrder): Model {
  const refunded = refund?.lines.find((one) => one.place === place)?.quantity ?? 0
  const unitCents = unitPrice(line)
  return {
    item_index: place,
    merchant_item_id: line.itemId,
    description: line.description ?? known(line.itemId)?.description ?? '',
    quantity: line.quantity ?? 1,
    cost: money(unitCents),
    unit_cost_with_discount: money(unitCents),
    total_cost_with_discount: money(lineTotal(line)),
    discount: money(0),
    kit: lines.some((other) => other.kitPlace === place),
    kit_component: line.kitPlace !== undefined,
    parent_item_index: line.kitPlace ?? null,
    auto_order_schedule: line.schedule ?? '',
    options: [],
    quantity_refunded: refunded,
    total_refunded: money(refunded * unitCents),
  }
}

function known(itemId: string) {
  return SAMPLE_ITEMS.find((candidate) => candidate.itemId === itemId)
}

function unitPrice(line: SampleLine): number {
  if (line.kitPlace !== undefined) return 0
  return line.priceCents ?? known(line.itemId)?.priceCents ?? 0
}

function lineTotal(line: SampleLine): number {
  return unitPrice(line) * (line.quantity ?? 1)
}

function summary(order: SampleOrder): Model {
  const sums = sumsOf(order)
  const refunded = refundOf(order, sums)
  return {
    subtotal: money(sums.subtotal),
    subtotal_discount: money(0),
    tax: money(sums.tax),
    shipping_handling_total: money(sums.shipping),
    shipping_handling_total_discount: money(0),
    total: money(sums.subtotal + sums.tax + sums.shipping),
    subtotal_refunded: money(refunded.subtotal),
    subtotal_discount_refunded: money(0),
    tax_refunded: money(refunded.tax),
    shipping_handling_refunded: money(refunded.shipping),
    other_refunded: money(0),
    total_refunded: money(refunded.subtotal + refunded.tax + refunded.shipping),
  }
}

type Sums = { subtotal: number; tax: number; shipping: number }

function sumsOf({ lines, shippingCents = 0 }: SampleOrder): Sums {
  const subtotal = lines.reduce((sum, line) => sum + lineTotal(line), 0)
  return { subtotal, tax: Math.round(subtotal * TAX_RATE), shipping: shippingCents }
}

/** Shipping is given back only with the whole order. */
function refundOf({ lines, refund }: SampleOrder, sums: Sums): Sums {
  if (refund === undefined) return { subtotal: 0, tax: 0, shipping: 0 }
  if (refund.isFull) return sums
  const subtotal = refund.lines.reduce((sum, { place, quantity }) => {
    const line = lines[place - 1]
    return line === undefined ? sum : sum + unitPrice(line) * quantity
  }, 0)
  return { subtotal, tax: Math.round(subtotal * TAX_RATE), shipping: 0 }
}

function payment(order: SampleOrder, status: string): Model {
  const isPaid = status !== 'Unprocessed'
  return {
    payment_method: 'Credit Card',
    payment_status: order.refund === undefined ? status : 'Refunded',
    payment_dts: isPaid ? instant(order.createdAt) : null,
    test_order: order.isTest ?? false,
    surcharge: money(0),
  }
}

function afterRefund({ refund }: SampleOrder): Model {
  if (refund === undefined) return {}
  return { refund_dts: instant(refund.at), refund_reason: 'Customer changed their mind' }
}
