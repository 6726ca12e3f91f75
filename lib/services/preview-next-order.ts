import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadMessageNow } from '#lib/db/message-now.ts'
import { findProductRow } from '#lib/db/product-list.ts'
import { loadRecentEvents } from '#lib/db/rule-history.ts'
import type { Access } from '#lib/domain/access.ts'
import { toLineViews } from '#lib/domain/line-views.ts'
import type { NextOrderPreview } from '#lib/domain/product.ts'
import type { OrderPaid, StoreEvent } from '#lib/domain/store-event.ts'
import type { LineView } from '#lib/domain/transmission.ts'

/** How many of the last sales are looked through for one with the item. */
const LOOKED_AT = 100

/**
 * The lines that the last order, or the last one with the item, would have in
 * a message of today; for an item that no recent order has, the item's own
 * line. `null` when there is no order, or no such item.
 */
export async function previewNextOrder(
  access: Access,
  itemId: string | null,
): Promise<NextOrderPreview | null> {
  requireDeed(access, 'read')
  const { merchantId } = access
  const limit = itemId === null ? 1 : LOOKED_AT
  const events = await loadRecentEvents(prisma(), merchantId, { type: 'sale', limit })
  const sale = events.filter(isSale).find((event) => itemId === null || hasItem(event, itemId))
  if (sale !== undefined)
    return {
      orderId: sale.order.orderId,
      currency: sale.order.currency,
      lines: await composeLines(merchantId, sale),
    }
  const line = itemId === null ? null : await lineOfItem(merchantId, itemId)
  return line === null ? null : { orderId: null, currency: null, lines: [line] }
}

function isSale(event: StoreEvent): event is OrderPaid {
  return event.kind === 'order-paid'
}

function hasItem({ order }: OrderPaid, itemId: string): boolean {
  return (order.items ?? []).some((item) => item.itemId === itemId)
}

async function composeLines(merchantId: string, sale: OrderPaid): Promise<LineView[]> {
  const now = await loadMessageNow(prisma(), merchantId, sale)
  return now === null ? [] : toLineViews(now.message)
}

async function lineOfItem(merchantId: string, itemId: string): Promise<LineView | null> {
  const product = await findProductRow(prisma(), merchantId, itemId)
  if (product === null) return null
  const { description, nameSent, nameSource } = product
  return {
    itemId,
    description,
    quantity: 1,
    amountCents: null,
    productName: nameSent,
    nameSource,
    isDuplicateName: false,
  }
}
