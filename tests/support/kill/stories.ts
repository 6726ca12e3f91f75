import {
  anAutoOrder,
  anOrder,
  anUnpaidOrder,
  type JsonObject,
  refundedOrder,
} from '../build-order.ts'
import type { Random } from '../random.ts'

/** What happens to one order or auto order, and what ONTRAPORT must hear of it, in this order. */
export type Story = {
  merchantId: string
  reference: string
  /** Deliveries, posted one after another, each until it is acknowledged. */
  events: [name: string, model: JsonObject][]
  /** One label a message, as `labelOf` gives it for what arrives. */
  expected: string[]
}

/** An order that is paid and refunded, or an auto order whose word changes; now and then a delivery comes twice. */
export function tellStory(merchantId: string, random: Random): Story {
  const story = random() < 0.7 ? orderStory(merchantId, random) : autoOrderStory(merchantId)
  const events = story.events.flatMap((event) => (random() < 0.2 ? [event, event] : [event]))
  return { ...story, events }
}

/** By ONTRAPORT's API a refund of a part is a tag of the buyer, who tells which order it was. */
function buyerOf(reference: string): string {
  return `of-${reference}@example.com`
}

export function referenceOf(email: string): string {
  return /^of-(.*)@example\.com$/.exec(email)?.[1] ?? ''
}

export const PARTIAL_LABEL = 'refund 10.00'
/** What is left to refund after that; the API refunds the whole sale then. */
export const WHOLE_LABEL = 'refund 29.34'

function orderStory(merchantId: string, random: Random): Story {
  const { order_id } = anOrder()
  const reference = String(order_id)
  const order = anOrder({
    merchant_id: merchantId,
    order_id: reference,
    billing: { email: buyerOf(reference) },
  })
  const events: Story['events'] = [['order_payment_process', order]]
  const expected = ['sale']
  if (random() < 0.4)
    events.unshift([
      'order_create',
      anUnpaidOrder({ merchant_id: merchantId, order_id: reference }),
    ])
  if (random() < 0.6) {
    events.push(['order_refund', refundedOrder(order, 10)])
    expected.push(PARTIAL_LABEL)
    if (random() < 0.5) {
      events.push(['order_refund', refundedOrder(order, 39.34)])
      expected.push(WHOLE_LABEL)
    }
  }
  return { merchantId, reference, events, expected }
}

function autoOrderStory(merchantId: string): Story {
  const { auto_order_code } = anAutoOrder()
  const reference = String(auto_order_code)
  const autoOrder = anAutoOrder({
    merchant_id: merchantId,
    auto_order_code: reference,
    original_order: anOrder({ billing: { email: buyerOf(reference) } }),
  })
  return {
    merchantId,
    reference,
    events: [
      ['auto_order_create', autoOrder],
      ['auto_order_decline', { ...autoOrder, credit_card_attempt: 1 }],
      ['auto_order_update', autoOrder],
    ],
    expected: ['active', 'card declined', 'active'],
  }
}

/** A message that came: of which order or auto order, and which of its messages. */
export type Arrival = { reference: string; label: string }

/** Whose message a body is, and which. */
export function labelOf(body: string): Arrival {
  const autoOrder = /<auto_order_code>([^<]+)<.*<status>([^<]+)</s.exec(body)
  if (autoOrder !== null) return { reference: autoOrder[1] ?? '', label: autoOrder[2] ?? '' }
  const reference = /<order_id>([^<]+)</.exec(body)?.[1] ?? ''
  const refunded = [...body.matchAll(/<total_refunded>([^<]+)</g)].at(-1)?.[1]
  return { reference, label: refunded === undefined ? 'sale' : `refund ${refunded}` }
}
