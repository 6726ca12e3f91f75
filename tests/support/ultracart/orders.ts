import type { JsonObject } from '../build-order.ts'
import { type Answer, pageOf, type ReceivedCall, refusal } from './answers.ts'

/** UltraCart's SDK gives the most that one page may bring. */
const MAX_LIMIT = 200

/** `GET /order/orders`; like the real one it refuses to give all orders there are. */
export function answerOrders({ query }: ReceivedCall, orders: readonly JsonObject[]): Answer {
  const filters = Object.keys(query).filter((name) => !name.startsWith('_'))
  if (filters.length === 0) return refusal(400, 'at least one parameter must be specified')
  const begin = Date.parse(query.creation_date_begin ?? '')
  const end = Date.parse(query.creation_date_end ?? '')
  const wanted = orders.filter((order) => {
    const at = Date.parse(String(order.creation_dts))
    return !(at < begin) && !(at > end)
  })
  const expansions = (query._expand ?? '').split(',')
  return pageOf('orders', wanted, query, {
    maxLimit: MAX_LIMIT,
    give: (order) => expand(order, expansions),
  })
}

/** The parts of an order and the expansions that bring them. */
const PARTS: Record<string, string> = {
  affiliates: 'affiliate',
  auto_order: 'auto_order',
  billing: 'billing',
  checkout: 'checkout',
  coupons: 'coupon',
  internal: 'internal',
  items: 'item',
  marketing: 'marketing',
  payment: 'payment',
  shipping: 'shipping',
  summary: 'summary',
  taxes: 'taxes',
}

function expand(order: JsonObject, expansions: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(order).filter(([name]) => {
      const expansion = PARTS[name]
      return expansion === undefined || expansions.includes(expansion)
    }),
  )
}
