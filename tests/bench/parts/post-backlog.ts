import { type OrderMaker, orderMaker } from './order-maker.ts'
import { postAtFullSpeed, type Target } from './post-load.ts'

const EVENTS_A_DELIVERY = 50

/** Posts this many paid orders, as fast as they are taken; gives their ids. */
export async function postBacklog(
  webhook: Target,
  count: number,
  merchantId?: string,
): Promise<OrderMaker['ids']> {
  const orders = orderMaker(4, merchantId)
  await postAtFullSpeed(webhook, () => {
    const left = count - orders.ids.length
    return left <= 0 ? null : orders.webhook(Math.min(left, EVENTS_A_DELIVERY))
  })
  return orders.ids
}
