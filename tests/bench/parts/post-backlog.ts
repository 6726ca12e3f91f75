import { type OrderMaker, orderMaker } from './order-maker.ts'
import { postAtFullSpeed, type Target } from './post-load.ts'

type Backlog = { merchantId?: string; eventsADelivery?: number }

/** Posts this many paid orders, as fast as they are taken; gives their ids. */
export async function postBacklog(
  webhook: Target,
  count: number,
  { merchantId, eventsADelivery = 50 }: Backlog = {},
): Promise<OrderMaker['ids']> {
  const orders = orderMaker(4, merchantId)
  await postAtFullSpeed(webhook, () => {
    const left = count - orders.ids.length
    return left <= 0 ? null : orders.webhook(Math.min(left, eventsADelivery))
  })
  return orders.ids
}
