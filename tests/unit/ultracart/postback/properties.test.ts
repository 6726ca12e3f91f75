import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { composeMessage } from '#lib/domain/compose-message.ts'
import { withoutKitComponents } from '#lib/domain/kit-components.ts'
import type { OrderSnapshot } from '#lib/domain/snapshot.ts'
import { AppError } from '#lib/errors.ts'
import { encodeMessage } from '#lib/ontraport/encode-message.ts'
import { country } from '#lib/ontraport/postback-values.ts'
import { cleanText } from '#lib/ultracart/clean-text.ts'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import { allowedText } from '#lib/xml-writer.ts'
import { anyOrderPaid } from '#tests/support/arbitrary-snapshot.ts'
import { anOrderPostback, readOrderPostback } from '#tests/support/build-postback.ts'
import { fixtureBytes } from '#tests/support/read-webhook.ts'

// Hundreds of readings a test; a busy machine needs longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 })

/** Lets through any error that is no fault of the caller, and so fails the test. */
function readOrRefuse(body: Uint8Array): void {
  try {
    readDelivery(body, 'DEMO')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(['malformed', 'too-large']).toContain(error.code)
  }
}

describe('whatever arrives is read or refused', () => {
  const markup = fc.constantFrom(
    ...['<', '>', '</', '/>', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE', '&', ';'],
    ...['&#', '&lt;', '"', "'", '=', ' ', '\n', '<export>', '</export>', '<order>', '</order>'],
    ...['<item>', '</item>', '<auto_order>', '</auto_order>', '<order_id>', '</order_id>', ':@'],
    ...['#text', '__proto__', 'constructor', '\0', '\uFEFF', '<?xml version="1.0"?>'],
  )
  const bytes = (text: string) => new TextEncoder().encode(text)

  test('after a bracket, any bytes', () => {
    const anyBytes = fc.uint8Array({ maxLength: 200 })
    fc.assert(fc.property(anyBytes, (tail) => readOrRefuse(Buffer.concat([bytes('<'), tail]))))
  })

  test('any heap of markup', () => {
    const heap = fc.array(fc.oneof(markup, fc.string({ maxLength: 5 })), { maxLength: 30 })
    fc.assert(
      fc.property(heap, (parts) => readOrRefuse(bytes(`<${parts.join('')}`))),
      { numRuns: 2_000 },
    )
  })

  test.each([
    'ultracart-postback-order.xml',
    'ultracart-postback-refund.xml',
    'ultracart-postback-auto-order.xml',
  ])(
    '%s with a piece of it replaced',
    (fixture) => {
      const xml = new TextDecoder().decode(fixtureBytes(fixture))
      const places = fc.tuple(fc.nat(xml.length), fc.nat(40), fc.oneof(markup, fc.string()))
      fc.assert(
        fc.property(places, ([at, length, piece]) => {
          readOrRefuse(bytes(`${xml.slice(0, at)}${piece}${xml.slice(at + length)}`))
        }),
        { numRuns: 500 },
      )
    },
    30_000,
  )

  test('anything compressed, cut and altered', () => {
    const whole = gzipSync(anOrderPostback())
    const change = fc.tuple(fc.nat(whole.length), fc.nat(255), fc.nat(whole.length))
    fc.assert(
      fc.property(change, fc.boolean(), ([at, byte, length], isText) => {
        const altered = Buffer.from(whole)
        altered[at] = byte
        const cut = altered.subarray(0, length)
        readOrRefuse(isText ? bytes(JSON.stringify({ events: cut.toString('base64') })) : cut)
      }),
    )
  })

  test('any base64', () => {
    fc.assert(
      fc.property(fc.base64String(), (text) => {
        readOrRefuse(bytes(text))
        readOrRefuse(bytes(`H4sI${text}`))
        readOrRefuse(bytes(JSON.stringify({ events: text })))
      }),
    )
  })
})

describe('what the relay tells ONTRAPORT is what UltraCart’s own postback says', () => {
  const encode = (order: OrderSnapshot) => {
    const message = composeMessage({ kind: 'order-paid', order, isRebill: false }, new Map())
    return message === null ? '' : encodeMessage(message).xml
  }
  const readBack = (order: OrderSnapshot) => readOrderPostback(encode(order))
  const asTold = (text: string) => cleanText(allowedText(text))
  const anySale = anyOrderPaid().map(({ order }) => order)

  test('order id, amounts and number of items come back', () => {
    fc.assert(
      fc.property(anySale, (order) => {
        const read = readBack(order)
        expect(read.orderId).toBe(order.orderId)
        expect(read.totals?.totalCents).toBe(order.totals?.totalCents)
        expect({ ...read.totals, refunded: null }).toEqual({ ...order.totals, refunded: null })
        expect(read.items?.length ?? 0).toBe(withoutKitComponents(order.items ?? []).length)
        expect(read.coupons?.length ?? 0).toBe(order.coupons?.length ?? 0)
      }),
    )
  })

  test('the buyer comes back', () => {
    fc.assert(
      fc.property(anySale, (order) => {
        const { buyer } = order
        const read = readBack(order).buyer
        for (const field of ['email', 'firstName', 'lastName', 'company', 'city'] as const)
          expect(read?.[field] ?? '').toBe(asTold(buyer?.[field] ?? ''))
        const told = asTold(country(buyer?.countryCode ?? ''))
        expect(asTold(country(read?.countryCode ?? '')).toLowerCase()).toBe(told.toLowerCase())
      }),
    )
  })

  test('what was read once, told and read again is the same', () => {
    // Kits are told without their components, and HTML in a description is resolved at each reading.
    const plain = { isKit: false, description: 'Sencha 100 g' }
    const anyPlainSale = anySale.map((order) => ({
      ...order,
      items: order.items?.map((item) => ({ ...item, ...plain })) ?? null,
    }))
    fc.assert(
      fc.property(anyPlainSale, (order) => {
        const once = readBack(order)
        expect(readBack(once)).toEqual(once)
      }),
    )
  })
})
