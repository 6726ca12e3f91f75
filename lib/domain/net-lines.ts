import type { RestRules } from './rest-rules.ts'
import { shareOut } from './share-out.ts'
import type { OrderItem, OrderSnapshot } from './snapshot.ts'

/** So many pieces of a product at a net price each, in minor units. */
export type NetLine = { name: string; quantity: number; unitMinor: number }

type PricedLine = { name: string; item: OrderItem }

/**
 * The lines of an order at prices that add up, quantity times price, to its
 * total to the minor unit: discounts of the whole order are spread over its
 * lines, and a line whose amount its quantity does not divide becomes two.
 * Shipping and tax go as the rule says; left out, they are in no line.
 */
export function netLines(
  order: OrderSnapshot,
  lines: readonly PricedLine[],
  { shippingAndTax }: Pick<RestRules, 'shippingAndTax'>,
): NetLine[] {
  const sold = lines.filter(({ item }) => item.quantity > 0)
  const extra = extrasOf(order)
  const goodsMinor =
    shippingAndTax === 'in-price'
      ? sumToTell(order, sold)
      : Math.max(0, sumToTell(order, sold) - extra.shippingMinor - extra.taxMinor)
  const shares = shareOut(
    goodsMinor,
    sold.map(({ item }) => lineMinor(item)),
  )
  const goods = sold.flatMap(({ name, item }, index) =>
    splitEvenly(name, item.quantity, shares[index] ?? 0),
  )
  return shippingAndTax === 'own-line' ? [...goods, ...ownLines(extra)] : goods
}

type Extras = { shippingMinor: number; taxMinor: number }

function extrasOf({ totals }: OrderSnapshot): Extras {
  const total = Math.max(0, totals?.totalCents ?? 0)
  const shipping =
    (totals?.shippingHandlingCents ?? 0) - (totals?.shippingHandlingDiscountCents ?? 0)
  // A gift certificate may leave less to pay than shipping and tax come to.
  const shippingMinor = Math.min(total, Math.max(0, shipping))
  return {
    shippingMinor,
    taxMinor: Math.min(total - shippingMinor, Math.max(0, totals?.taxCents ?? 0)),
  }
}

/** What the buyer paid; where UltraCart sent no totals, what the lines come to. */
function sumToTell({ totals }: OrderSnapshot, lines: readonly PricedLine[]): number {
  if (totals !== null) return Math.max(0, totals.totalCents)
  return lines.reduce((sum, { item }) => sum + lineMinor(item), 0)
}

function lineMinor(item: OrderItem): number {
  const unit = item.discountedUnitCostCents ?? item.unitCostCents ?? 0
  return Math.max(0, item.discountedTotalCents ?? Math.round(unit * item.quantity))
}

/** ONTRAPORT takes whole quantities from 1 on: a broken one counts as one piece at the price of all. */
function splitEvenly(name: string, quantity: number, amountMinor: number): NetLine[] {
  const pieces = Number.isInteger(quantity) ? quantity : 1
  const low = Math.floor(amountMinor / pieces)
  const dearer = amountMinor - low * pieces
  return [
    { name, quantity: pieces - dearer, unitMinor: low },
    { name, quantity: dearer, unitMinor: low + 1 },
  ].filter((line) => line.quantity > 0)
}

/** The products that shipping and tax are where they have lines of their own. */
export const OWN_LINE_NAMES = ['Shipping', 'Tax'] as const

function ownLines({ shippingMinor, taxMinor }: Extras): NetLine[] {
  const [shipping, tax] = OWN_LINE_NAMES
  return [
    { name: shipping, quantity: 1, unitMinor: shippingMinor },
    { name: tax, quantity: 1, unitMinor: taxMinor },
  ].filter((line) => line.unitMinor > 0)
}
