import type { SaleMessage } from '#lib/domain/message.ts'
import { writeXml } from '#lib/xml-writer.ts'
import { itemElement } from './item-elements.ts'
import { orderElements } from './order-elements.ts'
import { stageCode } from './postback-values.ts'

/**
 * The order export of a paid order. It says `Processed` and never holds a
 * refunded amount, even when the snapshot already does: a refund that arrived
 * together with the sale is told on its own, afterwards.
 */
export function encodeSale({ order, lines }: SaleMessage): string {
  return writeXml(
    orderElements(order, {
      paymentStatus: 'Processed',
      // Sales are only told once the order is past payment.
      stageCode: stageCode(order.stage) ?? 'SD',
      items: lines.flatMap((line) => itemElement(line, order)),
      refund: [],
    }),
  )
}
