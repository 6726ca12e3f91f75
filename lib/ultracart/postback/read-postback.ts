// UltraCart's XML Postback is older than its webhooks and still runs in many
// stores: one HTTPS POST with the XML as the raw body when an order is placed or
// changes its stage, and one when an auto order changes its status. It is sent
// again until the answer is exactly 200. An order comes as a one-order export,
// so always as it stands as a whole; an export may hold more than one.

import type { AutoOrderSnapshot, OrderSnapshot } from '#lib/domain/snapshot.ts'
import { checkMerchant } from '../check-merchant.ts'
import { checkModel } from '../check-model.ts'
import { malformed, placeOf, shorten } from '../malformed.ts'
import { toAutoOrderSnapshot } from '../to-auto-order-snapshot.ts'
import { toOrderSnapshot } from '../to-order-snapshot.ts'
import { postbackAutoOrderSchema } from './postback-auto-order-schema.ts'
import { postbackOrderSchema } from './postback-order-schema.ts'
import { childNamed, childrenNamed, readXml, textsOf, type XmlElement } from './read-xml.ts'
import { toAutoOrder } from './to-auto-order.ts'
import { toOrder } from './to-order.ts'

/** One thing that a postback tells of, and its place in the document, such as `export.order[0]`. */
export type Posted = { path: string; snapshot: OrderSnapshot | AutoOrderSnapshot }

/**
 * Reads an XML Postback into the snapshots that it brings, in their order.
 * Throws `AppError('malformed')` with the place: line and column for what is
 * not XML, the element's path for what is missing, unreadable or another merchant's.
 */
export function readPostback(
  xml: string,
  { merchantId, maxCount }: { merchantId: string; maxCount: number },
): Posted[] {
  const root = readXml(xml)
  if (root.name === 'auto_order') return [readAutoOrder(root, merchantId)]
  if (root.name !== 'export')
    throw malformed('The body', `is XML of "${shorten(root.name)}", not of export or auto_order`)
  const orders = childrenNamed(root, 'order')
  if (orders.length > maxCount) throw malformed('export', `brings more than ${maxCount} orders`)
  return orders.map((order, at) => readOrder(order, merchantId, placeOf('export.order', at)))
}

function readOrder(element: XmlElement, merchantId: string, path: string): Posted {
  const texts = textsOf(element)
  checkMerchant(texts.merchant_id?.trim(), merchantId, path)
  const model = {
    ...texts,
    bill_to: textsBehind('bill_to_', texts),
    ship_to: textsBehind('ship_to_', texts),
    item: listOrNull(childrenNamed(element, 'item').map(toItemModel)),
    coupon: listOrNull(childrenNamed(element, 'coupon').map(textsOf)),
  }
  const order = toOrder(checkModel(postbackOrderSchema, model, path))
  return { path, snapshot: toOrderSnapshot(order, { merchantId, eventName: 'xml_order' }) }
}

function toItemModel(item: XmlElement) {
  return { ...textsOf(item), option: listOrNull(childrenNamed(item, 'option').map(textsOf)) }
}

/** `bill_to_city` as `city`. */
function textsBehind(prefix: string, texts: Record<string, string>): Record<string, string> {
  const own = Object.entries(texts).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(own.map(([name, text]) => [name.slice(prefix.length), text]))
}

function readAutoOrder(element: XmlElement, merchantId: string): Posted {
  const path = 'auto_order'
  const texts = textsOf(element)
  checkMerchant(texts.merchant_id?.trim(), merchantId, path)
  const model = {
    ...texts,
    original_items: listIn(element, 'original_items', 'item'),
    auto_order_items: listIn(element, 'auto_order_items', 'auto_order_item'),
  }
  const order = toAutoOrder(checkModel(postbackAutoOrderSchema, model, path))
  return { path, snapshot: toAutoOrderSnapshot(order, { merchantId, eventName: 'xml_auto_order' }) }
}

function listIn(element: XmlElement, wrapper: string, name: string) {
  const inside = childNamed(element, wrapper)
  return inside === undefined ? null : listOrNull(childrenNamed(inside, name).map(textsOf))
}

/** Nothing came of what has no element, which is not to say that there is none. */
function listOrNull<Element>(elements: Element[]): Element[] | null {
  return elements.length === 0 ? null : elements
}
