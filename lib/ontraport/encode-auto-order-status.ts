import type { AutoOrderLine, AutoOrderStatusMessage, MessageLine } from '#lib/domain/message.ts'
import type { AutoOrderSnapshot, Buyer } from '#lib/domain/snapshot.ts'
import { element, text, writeXml, type XmlNode } from '#lib/xml-writer.ts'
import { customFields } from './order-elements.ts'
import { amount, country, dateTime, decimal } from './postback-values.ts'

/** The auto-order postback; `<status>` is the word, byte for byte. */
export function encodeAutoOrderStatus(message: AutoOrderStatusMessage): string {
  const { autoOrder, word } = message
  const children = [
    ...text('original_order_id', autoOrder.originalOrderId),
    ...text('auto_order_code', autoOrder.autoOrderCode),
    ...buyerOf(autoOrder.originalOrder?.buyer ?? null),
    ...customFields(autoOrder.originalOrder?.checkout?.customFields ?? []),
    { name: 'status', content: word },
    ...progressOf(autoOrder),
    ...itemsOf(message),
  ]
  return writeXml({ name: 'auto_order', content: children })
}

/** The day phone is the office's and the evening phone the home's. */
function buyerOf(buyer: Buyer | null): XmlNode[] {
  if (buyer === null) return []
  return [
    ...text('firstname', buyer.firstName),
    ...text('lastname', buyer.lastName),
    ...text('email', buyer.email),
    ...text('address', buyer.address1),
    ...text('address2', buyer.address2),
    ...text('city', buyer.city),
    ...text('state', buyer.stateRegion),
    ...text('zip', buyer.postalCode),
    ...text('company', buyer.company),
    ...text('country', country(buyer.countryCode)),
    ...text('home_phone', buyer.eveningPhone),
    ...text('cell_phone', buyer.cellPhone),
    ...text('office_phone', buyer.dayPhone),
  ]
}

function progressOf(autoOrder: AutoOrderSnapshot): XmlNode[] {
  return [
    ...text('next_attempt', dateTime(autoOrder.nextAttemptAt)),
    ...text('attempt', decimal(autoOrder.failedAttemptCount)),
    ...text('failure_reason', autoOrder.failureReason),
    ...text('cancelled_by', autoOrder.cancelledBy),
    ...text('cancelled_dts', dateTime(autoOrder.cancelledAt)),
  ]
}

function itemsOf({ autoOrder, originalLines, lines }: AutoOrderStatusMessage): XmlNode[] {
  const currency = autoOrder.originalOrder?.currency ?? ''
  return [
    ...element(
      'original_items',
      originalLines.flatMap((line) => originalItem(line, currency)),
    ),
    ...element(
      'auto_order_items',
      lines.flatMap((line) => autoOrderItem(line, currency)),
    ),
  ]
}

function originalItem({ item, product }: MessageLine, currency: string): XmlNode[] {
  return element('item', [
    ...text('item_id', product.name),
    ...text('description', item.description),
    ...text('unit_cost', amount(item.unitCostCents, currency)),
    ...text('quantity', decimal(item.quantity)),
  ])
}

function autoOrderItem({ item, original, next }: AutoOrderLine, currency: string): XmlNode[] {
  return element('auto_order_item', [
    ...text('original_item_id', original.name),
    ...text('quantity', decimal(item.originalQuantity)),
    ...text('frequency_override', item.frequency),
    ...text('next_shipment', dateTime(item.nextShipmentAt)),
    ...text('next_item_id', next?.name ?? null),
    ...text('no_orders_after', dateTime(item.noOrderAfterAt)),
    ...text('override_unit_cost', amount(item.arbitraryUnitCostCents, currency)),
    ...text('percentage_discount', decimal(item.arbitraryDiscountPercent)),
  ])
}
