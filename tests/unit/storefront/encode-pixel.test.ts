import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pixel } from '#lib/domain/pixel.ts'
import { encodePixel, LONGEST_PIXEL_URL } from '#lib/storefront/encode-pixel.ts'
import { anyBuyer, anyText } from '#tests/support/arbitrary-parts.ts'
import { aBuyer } from '#tests/support/build-snapshot.ts'

const HOST = 'acme.ontraport.com'

function aPixel(given: Partial<Pixel> = {}): Pixel {
  return {
    form: 'sale',
    orderId: 'DEMO-0001',
    email: 'zoe+tea@example.com',
    contact: aBuyer({ address2: 'Apt #4' }),
    lines: [
      { productName: 'Tea & Co', quantity: 2, unitPrice: '18.00' },
      { productName: 'Club', quantity: 1, unitPrice: '24.00' },
    ],
    tax: '4.90',
    shipping: '7.95',
    ...given,
  }
}

const parametersOf = (url: string) => [...new URL(url).searchParams]

describe('the address of the pixel', () => {
  test('has the public parameters, items counted from one', () => {
    const { url, cutLineCount } = encodePixel(HOST, aPixel(), { emailName: 'email' })
    expect(url).toMatch(/^https:\/\/acme\.ontraport\.com\/p\?order_id=DEMO-0001&/)
    expect(parametersOf(url)).toEqual([
      ['order_id', 'DEMO-0001'],
      ['email', 'zoe+tea@example.com'],
      ['tax', '4.90'],
      ['shipping_amt', '7.95'],
      ['First_Name', 'Zoë'],
      ['Last_Name', 'Núñez-Łukasiewicz'],
      ['Country', 'US'],
      ['State', 'CA'],
      ['Zip_Code', '95113'],
      ['City', 'San José'],
      ['Address', '12 O’Connell Straße'],
      ['Address_2', 'Apt #4'],
      ['item_id_1', 'Tea & Co'],
      ['item_external_id_1', 'Tea & Co'],
      ['item_qty_1', '2'],
      ['item_price_1', '18.00'],
      ['item_id_2', 'Club'],
      ['item_external_id_2', 'Club'],
      ['item_qty_2', '1'],
      ['item_price_2', '24.00'],
    ])
    expect(cutLineCount).toBe(0)
  })

  test('spells the email as the merchant’s own pixel does', () => {
    const { url } = encodePixel(HOST, aPixel(), { emailName: 'E-Mail' })
    expect(url).toContain('&E-Mail=zoe%2Btea%40example.com')
    expect(url).not.toContain('email=')
  })

  test('for attribution alone says so, without the order’s id', () => {
    const attribution = aPixel({ form: 'attribution', lines: [], tax: null, shipping: null })
    const { url } = encodePixel(HOST, attribution, { emailName: 'email' })
    expect(url).toContain('/p?aff_only=1&order_id=0&email=')
    expect(url).not.toContain('DEMO-0001')
    expect(url).not.toContain('item_')
  })

  test('has no parameter for what is not known', () => {
    const bare = aPixel({ email: null, contact: null, lines: [], tax: null, shipping: null })
    expect(encodePixel(HOST, bare, { emailName: 'email' }).url).toBe(
      'https://acme.ontraport.com/p?order_id=DEMO-0001',
    )
  })
})

describe('a long cart', () => {
  const lines = Array.from({ length: 60 }, (_, index) => ({
    productName: `Product number ${index + 1}`,
    quantity: 1,
    unitPrice: '9.99',
  }))

  test('loses its last lines, each as a whole, and says how many', () => {
    const { url, cutLineCount } = encodePixel(HOST, aPixel({ lines }), { emailName: 'email' })
    const parameters = new Map(parametersOf(url))
    const kept = lines.length - cutLineCount
    expect(cutLineCount).toBeGreaterThan(0)
    expect(kept).toBeGreaterThan(5)
    expect(parameters.get(`item_price_${kept}`)).toBe('9.99')
    expect(parameters.has(`item_id_${kept + 1}`)).toBe(false)
  })

  test('whatever is bought by whomever, the address is never too long and always reads back', () => {
    fc.assert(
      fc.property(anyPixel(), (pixel) => {
        const { url, cutLineCount } = encodePixel(HOST, pixel, { emailName: 'E-Mail' })
        expect(url.length).toBeLessThanOrEqual(LONGEST_PIXEL_URL)
        expect(url).toMatch(/^[\x21-\x7e]+$/)
        const found = new Map(parametersOf(url))
        const kept = pixel.lines.slice(0, pixel.lines.length - cutLineCount)
        for (const [index, line] of kept.entries()) {
          expect(found.get(`item_id_${index + 1}`) ?? '').toBe(line.productName.toWellFormed())
          expect(found.get(`item_qty_${index + 1}`)).toBe(String(line.quantity))
        }
        expect([...found.keys()].filter((name) => name.startsWith('item_qty_'))).toHaveLength(
          kept.length,
        )
        const { contact } = pixel
        for (const [name, value] of [
          ['First_Name', contact?.firstName],
          ['Address', contact?.address1],
        ] as const)
          if (found.has(name)) expect(found.get(name)).toBe(asSent(value ?? ''))
      }),
      { numRuns: 300 },
    )
  })
})

function asSent(text: string): string {
  return text.trim().toWellFormed()
}

function anyPixel(): fc.Arbitrary<Pixel> {
  const name = fc.oneof(anyText(), fc.stringMatching(/^[\w ]{1,255}$/))
  return fc.record({
    form: fc.constant('sale' as const),
    orderId: fc.stringMatching(/^[A-Z0-9-]{1,50}$/),
    email: fc.option(fc.oneof(fc.emailAddress(), anyText())),
    contact: fc.option(anyBuyer()),
    lines: fc.array(
      fc.record({
        productName: name,
        quantity: fc.nat(),
        unitPrice: fc.constantFrom('1.00', null),
      }),
      { maxLength: 40 },
    ),
    tax: fc.constantFrom('1.00', null),
    shipping: fc.constantFrom('2.00', null),
  })
}
