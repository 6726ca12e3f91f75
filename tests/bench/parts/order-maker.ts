import { anOrder, anOrderItem } from '#tests/support/build-order.ts'

const PLACEHOLDER = 'BENCH-0000000000'
/** An order of this many lines is about 4 KB, or 20 KB, of JSON. */
const LINES = { 4: 4, 20: 32 } as const

export type OrderKb = keyof typeof LINES

export type OrderMaker = {
  /** The ids of all orders made so far, in order. */
  ids: string[]
  /** The text of a webhook with this many new paid orders. */
  webhook(events: number): string
}

let runs = 0

/** Makes webhooks of realistic orders, each order with an id of its own. */
export function orderMaker(kb: OrderKb, merchantId = 'DEMO'): OrderMaker {
  runs += 1
  const prefix = `BENCH-${String(runs).padStart(3, '0')}`
  const [before = '', after = ''] = orderTemplate(kb, merchantId).split(PLACEHOLDER)
  const ids: string[] = []
  const next = (): string => {
    const id = `${prefix}${String(ids.length).padStart(7, '0')}`
    ids.push(id)
    return `{"order_create":${before}${id}${after}}`
  }
  return {
    ids,
    webhook: (events) => `{"events":[${Array.from({ length: events }, next).join(',')}]}`,
  }
}

function orderTemplate(kb: OrderKb, merchantId: string): string {
  const items = Array.from({ length: LINES[kb] }, (_, index) =>
    anOrderItem({ item_index: index + 1, merchant_item_id: `TEA-${index}` }),
  )
  return JSON.stringify(anOrder({ merchant_id: merchantId, order_id: PLACEHOLDER, items }))
}
