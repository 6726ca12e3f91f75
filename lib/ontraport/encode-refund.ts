import type { RefundLine, RefundMessage } from '#lib/domain/message.ts'
import type { OrderSnapshot } from '#lib/domain/snapshot.ts'
import { text, writeXml, type XmlNode } from '#lib/xml-writer.ts'
import { itemElement } from './item-elements.ts'
import { orderElements } from './order-elements.ts'
import { amount, dateTime, decimal, nonZeroAmount, stageCode } from './postback-values.ts'

/** The order export of one refund; its refunded amounts are what this refund added, not running totals. */
export function encodeRefund(message: RefundMessage): string {
  const { order, lines } = message
  return writeXml(
    orderElements(order, {
      paymentStatus: 'Refunded',
      stageCode: stageCode(order.stage),
      items: lines.flatMap((line) => itemElement(line, order, refundOfLine(line, order))),
      refund: refundOfOrder(message),
    }),
  )
}

function refundOfLine(line: RefundLine, { currency }: OrderSnapshot): XmlNode[] {
  return [
    ...text('quantity_refunded', decimal(line.quantityRefunded)),
    ...text('total_refunded', amount(line.refundedCents, currency)),
  ]
}

/** `total_refunded` is in every refund; the parts only when something of them was refunded. */
function refundOfOrder({ order, refunded }: RefundMessage): XmlNode[] {
  const part = (name: string, minorUnits: number): XmlNode[] =>
    text(name, nonZeroAmount(minorUnits, order.currency))
  return [
    ...part('subtotal_refunded', refunded.subtotalCents),
    ...part('subtotal_discount_refunded', refunded.subtotalDiscountCents),
    ...part('tax_refunded', refunded.taxCents),
    ...part('shipping_handling_refunded', refunded.shippingHandlingCents),
    ...part('other_refunded', refunded.otherCents),
    ...text('total_refunded', amount(refunded.totalCents, order.currency)),
    ...text('refund_by_user', order.refund.refundedBy),
    ...text('refund_dts', dateTime(order.refund.refundedAt)),
  ]
}
