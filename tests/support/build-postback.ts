import { readPostback } from '#lib/ultracart/postback/read-postback.ts'

/** Texts by element name; one set to `null` leaves its element out. */
export type Elements = Record<string, string | null>

/** What stands beside the texts: markup of child elements, such as items. */
type Children = { fields?: Elements; inside?: string }

/**
 * The XML Postback of a paid order of 29.00 + 7.95 shipping + 2.39 tax =
 * 39.34, which is what `anOrder` is among the webhooks.
 */
export function anOrderPostback({ fields = {}, inside = anItemElement() }: Children = {}): string {
  return `<export><export_location/>${anOrderElement({ fields, inside })}</export>`
}

/** The same without the document around it, for exports of many. */
export function anOrderElement({ fields = {}, inside = anItemElement() }: Children = {}): string {
  const order: Elements = {
    merchant_id: 'DEMO',
    order_id: 'DEMO-0000000001',
    order_date: '12 MAY 2026 14:07:36',
    current_stage: 'SD',
    payment_status: 'Processed',
    payment_date_time: '12 MAY 2026 14:07:39',
    bill_to_first_name: 'Zoë',
    bill_to_last_name: 'Núñez',
    bill_to_address1: '12 O’Connell Straße',
    bill_to_city: 'San José',
    bill_to_state: 'CA',
    bill_to_zip: '95113',
    bill_to_country: 'United States',
    email: 'zoe.nunez@example.com',
    day_phone: '408-555-0147',
    payment_method: 'Credit Card',
    subtotal: '29.00',
    tax: '2.39',
    shipping_handling_total: '7.95',
    total: '39.34',
    currency_code: 'USD',
    test_order: 'false',
    ...fields,
  }
  return `<order>${elementsOf(order)}${inside}</order>`
}

/** One line of an exported order: an item at 29.00. */
export function anItemElement({ fields = {}, inside = '' }: Children = {}): string {
  const item: Elements = {
    item_id: 'CLUB-MONTHLY',
    item_index: '1',
    quantity: '1',
    description: 'Tea Club membership (monthly)',
    cost: '29.00',
    unit_cost_with_discount: '29.00',
    total_cost_with_discount: '29.00',
    kit: 'N',
    kit_component: 'N',
    ...fields,
  }
  return `<item>${elementsOf(item)}${inside}</item>`
}

/** The auto-order postback of an active auto order. */
export function anAutoOrderPostback({ fields = {}, inside = '' }: Children = {}): string {
  const autoOrder: Elements = {
    original_order_id: 'DEMO-0000000001',
    auto_order_code: 'AO00000001',
    firstname: 'Zoë',
    lastname: 'Núñez',
    email: 'zoe.nunez@example.com',
    status: 'active',
    ...fields,
  }
  return `<auto_order>${elementsOf(autoOrder)}${inside}</auto_order>`
}

/** The only order of a postback, as the relay sees it. */
export function readOrderPostback(xml: string) {
  const [posted] = readPosted(xml)
  if (posted?.snapshot.kind !== 'order') throw new Error('The postback brought no order.')
  return posted.snapshot
}

/** The auto order of a postback, as the relay sees it. */
export function readAutoOrderPostback(xml: string) {
  const [posted] = readPosted(xml)
  if (posted?.snapshot.kind !== 'auto-order') throw new Error('The postback brought no auto order.')
  return posted.snapshot
}

function readPosted(xml: string) {
  return readPostback(xml, { merchantId: 'DEMO', maxCount: 10_000 })
}

function elementsOf(texts: Elements): string {
  return Object.entries(texts)
    .filter(([, text]) => text !== null)
    .map(([name, text]) => `<${name}>${escapeXml(text ?? '')}</${name}>`)
    .join('')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
