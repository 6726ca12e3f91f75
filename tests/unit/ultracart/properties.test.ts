import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import { fixtureBytes, refusalOf, toBytes } from '#tests/support/read-webhook.ts'

// Hundreds of readings a test; a busy machine needs longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 })

const FIXTURES = [
  'ultracart-order-create.json',
  'ultracart-order-refund.json',
  'ultracart-auto-order-update.json',
  'ultracart-item-update.json',
]

const eventNames = fc.constantFrom(
  'order_create',
  'order_s3_invoice',
  'auto_order_update',
  'item_update',
  'item_delete',
  '__proto__',
)

/** `refusalOf` lets through any error that is not `AppError('malformed')`, and so fails the test. */
test('any JSON at all is read or refused as malformed', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void refusalOf(toBytes(value))))
})

test('any bytes at all are read or refused as malformed', () => {
  fc.assert(fc.property(fc.uint8Array(), (body) => void refusalOf(body)))
})

test('any JSON as the model of a known event is read or refused as malformed', () => {
  fc.assert(
    fc.property(eventNames, fc.jsonValue(), (name, model) => {
      void refusalOf(toBytes({ events: [Object.fromEntries([[name, model]])] }))
    }),
  )
})

type Path = (string | number)[]

const REQUIRED = new Set(['events', 'order_id', 'auto_order_code', 'merchant_item_id'])

describe.each(FIXTURES)('%s', (name) => {
  const parse = () => JSON.parse(new TextDecoder().decode(fixtureBytes(name)))
  const places = placesIn(parse())
  const optional = places.filter((path) => path.length > 3 && !isRequired(path))

  test('reads without any optional key', () => {
    for (const path of optional) {
      expect(refusalOf(toBytes(edit(parse(), path, undefined)))).toBeNull()
    }
  })

  test.each([null, ''])('reads with any optional key set to %j', (nothing) => {
    for (const path of optional.filter((one) => typeof one.at(-1) === 'string'))
      expect(refusalOf(toBytes(edit(parse(), path, nothing)))).toBeNull()
  })

  test('whatever stands in any place, it is read or refused as malformed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, value) => {
        void refusalOf(toBytes(edit(parse(), path, value)))
      }),
    )
  })

  test('whatever text stands in any place, no NUL and no lone surrogate comes in', () => {
    const broken = fc.string({ unit: 'binary' }).map((text) => `\0${text}\uD800\0`)
    fc.assert(
      fc.property(fc.constantFrom(...places), broken, (path, value) => {
        const body = toBytes(edit(parse(), path, value))
        if (refusalOf(body) !== null) return
        const read = JSON.stringify(readDelivery(body, 'DEMO'))
        expect(read).not.toMatch(/\\u0000|\\ud[89a-f]/i)
      }),
    )
  })
})

/** The order's own id, not that of an auto order's original order, which is optional. */
function isRequired(path: Path): boolean {
  return path.length === 4 && REQUIRED.has(String(path.at(-1)))
}

function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : []
  const below = Array.isArray(value)
    ? value.flatMap((one, at) => placesIn(one, [...path, at]))
    : Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))
  return path.length > 0 ? [path, ...below] : below
}

/** The document with another value at one place; `undefined` takes the key or the element away. */
function edit(document: unknown, [head, ...rest]: Path, value: unknown): unknown {
  if (head === undefined) return value
  if (Array.isArray(document)) {
    const changed = document.map((one, at) => (at === head ? edit(one, rest, value) : one))
    return changed.filter((one) => one !== undefined)
  }
  const entries = Object.entries(document ?? {})
  return Object.fromEntries(
    entries.map(([key, one]) => [key, key === head ? edit(one, rest, value) : one]),
  )
}
