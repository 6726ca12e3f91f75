import fc from 'fast-check'
import type {
  Buyer,
  OrderItem,
  OrderSnapshot,
  RefundedTotals,
  Shipping,
} from '#lib/domain/snapshot.ts'
import { anOrderItem } from './build-snapshot.ts'

/** Any UTF-16 code units, lone surrogates and control characters among them, and what markup is made of. */
export function anyText(): fc.Arbitrary<string> {
  const codeUnits = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units))
  const markup = fc.constantFrom('&amp;', '&#0;', ']]>', '<![CDATA[', '<!--', '\r\n', '\uD800', '"')
  const words = fc.string({ unit: 'grapheme', maxLength: 12 })
  return fc.oneof(
    codeUnits,
    words,
    fc.array(fc.oneof(markup, codeUnits), { maxLength: 4 }).map((parts) => parts.join('')),
  )
}

export function anyItem(): fc.Arbitrary<OrderItem> {
  return fc
    .record({
      index: fc.integer({ min: 1, max: 4 }),
      itemId: anyId(),
      description: anyText(),
      quantity: fc.double({ noNaN: true, noDefaultInfinity: true }),
      unitCostCents: fc.option(anyCents()),
      discountedTotalCents: fc.option(anyCents()),
      discountCents: fc.option(anyCents()),
      isKit: fc.boolean(),
      isKitComponent: fc.boolean(),
      parentIndex: fc.option(fc.integer({ min: 1, max: 4 })),
      isTaxFree: fc.option(fc.boolean()),
      options: fc.array(
        fc.record({ label: anyText(), value: anyText(), costChangeCents: fc.option(anyCents()) }),
        { maxLength: 2 },
      ),
      barcode: anyText(),
      weight: anyText(),
    })
    .map((parts) => anOrderItem(parts))
}

export function anyTotals(): fc.Arbitrary<NonNullable<OrderSnapshot['totals']>> {
  return fc.record({
    subtotalCents: fc.option(anyCents()),
    subtotalDiscountCents: fc.option(anyCents()),
    taxCents: fc.option(anyCents()),
    shippingHandlingCents: fc.option(anyCents()),
    shippingHandlingDiscountCents: fc.option(anyCents()),
    totalCents: anyCents(),
    refunded: anyRefundedTotals(),
  })
}

export function anyRefundedTotals(): fc.Arbitrary<RefundedTotals> {
  return fc.record({
    totalCents: anyCents(),
    subtotalCents: anyCents(),
    subtotalDiscountCents: anyCents(),
    taxCents: anyCents(),
    shippingHandlingCents: anyCents(),
    otherCents: anyCents(),
  })
}

export function anyCheckout(): fc.Arbitrary<NonNullable<OrderSnapshot['checkout']>> {
  return fc.record({
    screenBrandingThemeCode: anyText(),
    storefrontHost: anyText(),
    customerIpAddress: anyText(),
    upsellPathCode: anyText(),
    comments: anyText(),
    customFields: fc.array(anyText(), { maxLength: 9 }),
  })
}

export const addressParts = {
  title: anyText(),
  firstName: anyText(),
  lastName: anyText(),
  company: anyText(),
  address1: anyText(),
  address2: anyText(),
  city: anyText(),
  stateRegion: anyText(),
  postalCode: anyText(),
  countryCode: fc.oneof(anyText(), fc.constantFrom('US', 'de', 'ZZ', 'USA', '')),
}

export function anyBuyer(): fc.Arbitrary<Buyer> {
  return fc.record({
    ...addressParts,
    email: anyText(),
    dayPhone: anyText(),
    eveningPhone: anyText(),
    cellPhone: anyText(),
  })
}

export function anyShipping(): fc.Arbitrary<Shipping> {
  return fc.record({
    ...addressParts,
    method: anyText(),
    trackingNumbers: fc.array(anyText(), { maxLength: 3 }),
    specialInstructions: anyText(),
    shippedAt: anyTime(),
    hasLiftGate: fc.option(fc.boolean()),
  })
}

export function anyId(): fc.Arbitrary<string> {
  return fc.stringMatching(/^[A-Za-z0-9_-]{2,20}$/)
}

export function anyCents(): fc.Arbitrary<number> {
  return fc.integer({ min: -1_000_000, max: 1_000_000_000 })
}

export function anyTime(): fc.Arbitrary<string | null> {
  const date = fc.date({
    min: new Date('0001-01-03T00:00:00Z'),
    max: new Date('9999-12-30T00:00:00Z'),
    noInvalidDate: true,
  })
  return fc.oneof(
    date.map((at) => at.toISOString()),
    fc.constantFrom(null, '', 'not a time'),
  )
}
