import { orderMaker } from './order-maker.ts'
import { postAtRate } from './post-load.ts'
import type { Stand } from './start-stand.ts'
import { verifyOrders } from './verify-orders.ts'

type Steady = { rate: number; seconds: number; merchantId?: string }

/**
 * The delay of each order at a steady rate, in milliseconds from the webhook's
 * answer to the receiver. Throws when an order was lost or doubled.
 */
export async function measureDelays(
  { webhook, receiver, databaseUrl }: Pick<Stand, 'webhook' | 'receiver' | 'databaseUrl'>,
  { rate, seconds, merchantId }: Steady,
): Promise<number[]> {
  const orders = orderMaker(4, merchantId)
  const answeredAt: number[] = []
  await postAtRate(
    webhook,
    () => orders.webhook(1),
    { rate, seconds },
    (index) => {
      answeredAt[index] = performance.now()
    },
  )
  await receiver.waitForAll(orders.ids)
  await verifyOrders({ databaseUrl, receiver, orderIds: orders.ids })
  return orders.ids.map((id, index) =>
    Math.max(0, (receiver.arrivals.get(id)?.at ?? 0) - (answeredAt[index] ?? 0)),
  )
}
