import {
  anOrder,
  anOrderItem,
  aSummary,
  type JsonObject,
  money,
} from '#tests/support/build-order.ts'

const BUYERS = [
  ['Zoë', 'Núñez'],
  ['Amy', 'Clark'],
  ['Jürgen', 'Østergård'],
  ['Olu', 'Adeyemi'],
  ['Chiara', 'Rossi'],
  ['Anaïs', 'D’Almeida'],
  ['Ольга', 'Петрова'],
  ['Liam', 'O’Connor'],
] as const

export const CATALOGUE = [
  { itemId: 'TEA-GREEN-100', description: 'Sencha 100 g', price: 18.5 },
  { itemId: 'TEA-OOLONG-100', description: 'Oolong 100 g', price: 21 },
  { itemId: 'TEAPOT-KYUSU', description: 'Teapot “Kyūsu”, 0.35 l', price: 42 },
  { itemId: 'MUG-GLAZED', description: 'Mug, glazed', price: 14 },
  { itemId: 'TASTING-BOX', description: 'Tasting box, a small part of everything', price: 29 },
] as const

const HOUR_MS = 3_600_000
const SHIPPING = 7.95
const TAX_RATE = 0.0825

/** The order with this number, from 0, of a store that sold evenly over these days until a moment ago. */
export function inventedOrder(
  place: number,
  { merchantId, count, days }: { merchantId: string; count: number; days: number },
  overrides: JsonObject = {},
): JsonObject {
  const [firstName = '', lastName = ''] = BUYERS[(place * 5) % BUYERS.length] ?? []
  const hoursAgo = ((count - place) / count) * days * 24
  const placedAt = new Date(Date.now() - hoursAgo * HOUR_MS - 60_000).toISOString()
  const name = { first_name: firstName, last_name: lastName }
  const lines = CATALOGUE.filter((_, at) => (place + at * 3) % 5 < 2)
  const subtotal = lines.reduce((sum, { price }) => sum + price, 0)
  return anOrder({
    merchant_id: merchantId,
    order_id: `${merchantId}-${20_261_000 + place}`,
    creation_dts: placedAt,
    payment: { payment_dts: placedAt },
    billing: { ...name, email: `buyer${place}@example.com` },
    shipping: name,
    items: lines.map(({ itemId, description, price }, at) =>
      anOrderItem({
        item_index: at + 1,
        merchant_item_id: itemId,
        description,
        cost: money(price),
        unit_cost_with_discount: money(price),
        total_cost_with_discount: money(price),
      }),
    ),
    summary: aSummary({ subtotal, shipping: SHIPPING, tax: cents(subtotal * TAX_RATE) }),
    ...overrides,
  })
}

function cents(amount: number): number {
  return Number(amount.toFixed(2))
}
