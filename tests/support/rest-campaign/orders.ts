import { anOrder, anOrderItem, aSummary, type JsonObject, refundedOrder } from '../build-order.ts'
import type { Random } from '../random.ts'

/** An order as UltraCart tells it, and what the account must have of it in the end. */
export type CampaignOrder = {
  merchantId: string
  orderId: string
  email: string
  totalCents: number
  isRefunded: boolean
  events: [name: string, model: JsonObject][]
}

const REFUNDED_PART = 0.1
/** So many that products are looked for and made all along. */
const PRODUCTS = 200
const MOST_LINES = 3

/** A paid order of some products at odd prices, with shipping and tax; one in ten is refunded whole. */
export function makeCampaignOrder(
  merchantId: string,
  number: number,
  random: Random,
): CampaignOrder {
  const draw = (most: number) => Math.floor(random() * most)
  const email = `buyer-${merchantId.toLowerCase()}-${number}@example.com`
  const items = Array.from({ length: 1 + draw(MOST_LINES) }, (_, index) =>
    aLine(merchantId, index, draw),
  )
  const goods = items.reduce((sum, { cents }) => sum + cents, 0)
  const shipping = draw(2_000)
  const tax = draw(900)
  const summary = aSummary({ subtotal: goods / 100, shipping: shipping / 100, tax: tax / 100 })
  const order = anOrder({
    merchant_id: merchantId,
    billing: { email },
    items: items.map(({ item }) => item),
    summary,
  })
  const totalCents = goods + shipping + tax
  const isRefunded = random() < REFUNDED_PART
  return {
    ...{ merchantId, orderId: String(order.order_id), email, totalCents, isRefunded },
    events: [
      ['order_create', order],
      ...(isRefunded
        ? [['order_refund', refundedOrder(order, totalCents / 100)] as [string, JsonObject]]
        : []),
    ],
  }
}

function aLine(merchantId: string, index: number, draw: (most: number) => number) {
  const quantity = 1 + draw(3)
  const unit = 1 + draw(9_999)
  const cents = quantity * unit
  const amount = (value: number) => ({ currency_code: 'USD', value: value / 100 })
  const itemId = `${merchantId}-${draw(PRODUCTS)}`
  return {
    cents,
    item: {
      ...anOrderItem(),
      ...{ item_index: index + 1, merchant_item_id: itemId, description: itemId, quantity },
      ...{ cost: amount(unit), unit_cost_with_discount: amount(unit) },
      total_cost_with_discount: amount(cents),
    },
  }
}
