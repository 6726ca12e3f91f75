import type { OrderSnapshot } from '#lib/domain/snapshot.ts'
import { expansionsOf } from '#lib/domain/webhook-subscriptions.ts'
import { checkModel } from './check-model.ts'
import { orderSchema } from './order-schema.ts'
import { type Page, readPage } from './read-page.ts'
import type { RestCall } from './rest-client.ts'
import { toOrderSnapshot } from './to-order-snapshot.ts'

/** UltraCart's default; it gives 200 at the most. */
export const ORDERS_PAGE_SIZE = 100

/** What such an order says brought it. */
export const BACKFILL_EVENT = 'order_backfill'

/** The call for one page of the orders that were created in a period, with all that a sale needs. */
export function ordersCall({
  from,
  to,
  offset,
  limit = ORDERS_PAGE_SIZE,
}: {
  from: Date
  to: Date
  offset: number
  limit?: number
}): Pick<RestCall, 'method' | 'path' | 'query'> {
  return {
    method: 'GET',
    path: '/order/orders',
    query: {
      creation_date_begin: from.toISOString(),
      creation_date_end: to.toISOString(),
      _limit: limit,
      _offset: offset,
      _expand: expansionsOf('order').join(','),
    },
  }
}

/** Reads an answer of `/order/orders`; throws `AppError('malformed')` when it is none, or another store's. */
export function readOrdersPage(
  body: Record<string, unknown>,
  { merchantId, offset }: { merchantId: string; offset: number },
): Page<OrderSnapshot> {
  const origin = { merchantId, eventName: BACKFILL_EVENT }
  return readPage(
    body,
    { name: 'orders', merchantId, offset, limit: ORDERS_PAGE_SIZE },
    (model, path) => toOrderSnapshot(checkModel(orderSchema, model, path), origin),
  )
}
