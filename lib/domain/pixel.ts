import type { MessageLine } from './message.ts'
import { formatDecimal } from './money.ts'
import type { OrderItem, OrderSnapshot, PostalAddress } from './snapshot.ts'

/** What the buyer's browser brought. The email and the subtotal are the store's words, not proven. */
export type PixelCall = { orderId: string; email: string | null; subtotal: string | null }

/** `attribution` names the partner of a buyer and logs no purchase; the sale then comes by the API. */
export type PixelForm = 'sale' | 'attribution'

/** The order of a call that brought its buyer's email, with the items under their names in ONTRAPORT. */
export type ProvenOrder = { order: OrderSnapshot; lines: readonly MessageLine[] }

/** What a redirect tells ONTRAPORT. Amounts are decimals without a currency: the pixel knows none. */
export type Pixel = {
  form: PixelForm
  orderId: string
  email: string | null
  contact: PixelContact | null
  lines: PixelLine[]
  tax: string | null
  shipping: string | null
}

export type PixelContact = Pick<
  PostalAddress,
  | 'firstName'
  | 'lastName'
  | 'address1'
  | 'address2'
  | 'city'
  | 'stateRegion'
  | 'postalCode'
  | 'countryCode'
>

export type PixelLine = { productName: string; quantity: number; unitPrice: string | null }

/** The product of a receipt whose order is not proven: its items are not known, only their sum. */
export const SUBTOTAL_PRODUCT = 'UltraCart order'

/** True when the caller knows the buyer's email, so that the order is no secret from them. */
export function isBuyersEmail(order: OrderSnapshot, email: string | null): boolean {
  const known = order.buyer?.email.trim().toLowerCase() ?? ''
  return known !== '' && known === email?.trim().toLowerCase()
}

/**
 * What ONTRAPORT is told of a receipt. Without a proven order it is only what
 * the caller brought; `null` when that is too little to name a partner's buyer.
 */
export function composePixel(
  form: PixelForm,
  call: PixelCall,
  proven: ProvenOrder | null,
): Pixel | null {
  const { orderId, email } = call
  const contact = proven?.order.buyer ?? null
  const nothingSold = { lines: [], tax: null, shipping: null }
  if (form === 'attribution')
    return email === null ? null : { form, orderId, email, contact, ...nothingSold }
  if (proven === null)
    return { form, orderId, email, contact, ...nothingSold, lines: subtotalLines(call) }
  return { form, orderId, email, contact, ...soldIn(proven) }
}

function subtotalLines({ subtotal }: PixelCall): PixelLine[] {
  return subtotal === null
    ? []
    : [{ productName: SUBTOTAL_PRODUCT, quantity: 1, unitPrice: subtotal }]
}

function soldIn({ order, lines }: ProvenOrder): Pick<Pixel, 'lines' | 'tax' | 'shipping'> {
  const { totals, currency } = order
  const shipping = totals?.shippingHandlingCents ?? null
  return {
    lines: lines.flatMap(({ item, product }) => toPixelLines(item, product.name, currency)),
    tax: decimal(totals?.taxCents ?? null, currency),
    shipping: decimal(
      shipping === null ? null : shipping - (totals?.shippingHandlingDiscountCents ?? 0),
      currency,
    ),
  }
}

/**
 * The pixel knows no discount, so a price is the discounted one, and it counts
 * in whole pieces: three for 10.00 are two lines, 2 at 3.33 and 1 at 3.34, so
 * that the sum is right to the cent.
 */
function toPixelLines(item: OrderItem, productName: string, currency: string): PixelLine[] {
  const total = totalOf(item)
  if (total === null) return [{ productName, quantity: pieces(item), unitPrice: null }]
  const quantity = pieces(item)
  const low = Math.floor(total / quantity)
  const dearer = total - low * quantity
  return [
    { productName, quantity: quantity - dearer, unitPrice: decimal(low, currency) },
    { productName, quantity: dearer, unitPrice: decimal(low + 1, currency) },
  ].filter((line) => line.quantity > 0)
}

/** A part of a piece, such as 1.5 metres, counts as one at the price of the line. */
function pieces({ quantity }: OrderItem): number {
  return Number.isSafeInteger(quantity) && quantity > 0 ? quantity : 1
}

function totalOf(item: OrderItem): number | null {
  const unitCents = item.discountedUnitCostCents ?? item.unitCostCents
  return (
    item.discountedTotalCents ?? (unitCents === null ? null : Math.round(unitCents * item.quantity))
  )
}

function decimal(minorUnits: number | null, currency: string): string | null {
  return minorUnits === null ? null : formatDecimal({ minorUnits, currency })
}
