/**
 * ONTRAPORT's partner tracking pixel: an image at `https://HOST/p` that a
 * buyer's browser loads from a receipt, and that reads the partner's cookie.
 * Its parameters are those that two public scripts and ONTRAPORT's own page
 * agree on; it knows neither a currency nor a discount, and nobody reads an
 * answer. See https://ontraport.com/support/partner-programs/track-partners.
 */
import type { Pixel, PixelLine } from '#lib/domain/pixel.ts'
import type { PixelEmailName } from '#lib/domain/relay-rules.ts'

/** What every browser and server takes; a longer address may be cut anywhere on its way. */
export const LONGEST_PIXEL_URL = 2_000
/** The buyer's address leaves at least the rest to the items. */
const LONGEST_BEFORE_LINES = 1_200

/** `cutLineCount`: how many lines at the end of the cart did not fit and were left out, each as a whole. */
export type EncodedPixel = { url: string; cutLineCount: number }

type Parameter = readonly [name: string, value: string]

/** The address of the pixel, every value encoded, at most 2,000 characters. */
export function encodePixel(
  host: string,
  pixel: Pixel,
  options: { emailName: PixelEmailName },
): EncodedPixel {
  let url = `https://${host}/p?${encode(orderOf(pixel))}`
  for (const parameter of [...saleOf(pixel, options.emailName), ...contactOf(pixel)]) {
    const more = `&${encode([parameter])}`
    if (url.length + more.length <= LONGEST_BEFORE_LINES) url += more
  }
  for (const [index, line] of pixel.lines.entries()) {
    const more = `&${encode(lineOf(line, index + 1))}`
    if (url.length + more.length > LONGEST_PIXEL_URL)
      return { url, cutLineCount: pixel.lines.length - index }
    url += more
  }
  return { url, cutLineCount: 0 }
}

function orderOf({ form, orderId }: Pixel): Parameter[] {
  if (form === 'sale') return [['order_id', orderId]]
  return [
    ['aff_only', '1'],
    ['order_id', '0'],
  ]
}

function saleOf({ email, tax, shipping }: Pixel, emailName: PixelEmailName): Parameter[] {
  return [...given(emailName, email), ...given('tax', tax), ...given('shipping_amt', shipping)]
}

function contactOf({ contact }: Pixel): Parameter[] {
  if (contact === null) return []
  return [
    ...given('First_Name', contact.firstName),
    ...given('Last_Name', contact.lastName),
    ...given('Country', contact.countryCode),
    ...given('State', contact.stateRegion),
    ...given('Zip_Code', contact.postalCode),
    ...given('City', contact.city),
    ...given('Address', contact.address1),
    ...given('Address_2', contact.address2),
  ]
}

/**
 * The public scripts put the store's id into one of the first two and the
 * product's name into the other. ONTRAPORT finds a product by its name, so the
 * mapped name stands in both.
 */
function lineOf({ productName, quantity, unitPrice }: PixelLine, number: number): Parameter[] {
  return [
    [`item_id_${number}`, productName],
    [`item_external_id_${number}`, productName],
    [`item_qty_${number}`, String(quantity)],
    ...given(`item_price_${number}`, unitPrice),
  ]
}

function given(name: string, value: string | null): Parameter[] {
  const text = value?.trim() ?? ''
  return text === '' ? [] : [[name, text]]
}

function encode(parameters: readonly Parameter[]): string {
  return parameters
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&')
}
