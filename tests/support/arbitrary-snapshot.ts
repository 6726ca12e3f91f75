import fc from 'fast-check'
import type {
  AutoOrderSnapshot,
  Buyer,
  OrderItem,
  OrderSnapshot,
  RefundedTotals,
  Shipping,
} from '#lib/domain/snapshot.ts'
import type { AutoOrderWord, StoreEvent } from '#lib/domain/store-event.ts'
import { anAutoOrderSnapshot, anOrderItem, anOrderSnapshot } from './build-snapshot.ts'

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

/** Orders and auto orders as the inbound door may read them: ids, currency and times are right, all else is anything. */
export function anyStoreEvent(): fc.Arbitrary<StoreEvent> {
  return fc.oneof(anyOrderPaid(), anyOrderRefunded(), anyStatusChange())
}

export function anyOrderPaid(): fc.Arbitrary<StoreEvent & { kind: 'order-paid' }> {
  return fc.record({
    kind: fc.constant('order-paid'),
    order: anyOrder(),
    isRebill: fc.boolean(),
  })
}

export function anyOrderRefunded(): fc.Arbitrary<StoreEvent & { kind: 'order-refunded' }> {
  return fc.record({
    kind: fc.constant('order-refunded'),
    order: anyOrder(),
    refunded: anyRefundedTotals(),
    items: fc.array(
      fc.record({
        index: fc.integer({ min: 1, max: 4 }),
        quantity: fc.double({ noNaN: true, noDefaultInfinity: true }),
        refundedCents: anyCents(),
      }),
      { maxLength: 3 },
    ),
    isPartial: fc.boolean(),
  })
}

export function anyStatusChange(): fc.Arbitrary<
  StoreEvent & { kind: 'auto-order-status-changed'; word: AutoOrderWord }
> {
  return fc.record({
    kind: fc.constant('auto-order-status-changed'),
    autoOrder: anyAutoOrder(),
    word: fc.constantFrom<AutoOrderWord[]>(
      'active',
      'card declined',
      'cancelled upgrade',
      'cancelled download',
      'cancelled downgrade',
      'cancelled',
      'terminated',
    ),
  })
}

function anyOrder(): fc.Arbitrary<OrderSnapshot> {
  return fc
    .record({
      orderId: anyId(),
      stage: fc.oneof(anyText(), fc.constantFrom('Shipping Department', 'Rejected', 'Hold', '')),
      createdAt: anyTime(),
      currency: fc.constantFrom('USD', 'JPY', 'KWD', 'XYZ'),
      buyer: fc.option(anyBuyer()),
      shipping: fc.option(anyShipping()),
      items: fc.option(fc.array(anyItem(), { maxLength: 4 })),
      totals: fc.option(anyTotals()),
      payment: fc.option(
        fc.record({
          status: anyText(),
          method: anyText(),
          paidAt: anyTime(),
          isTestOrder: fc.boolean(),
          surchargeCents: fc.option(anyCents()),
        }),
      ),
      taxes: fc.option(fc.record({ rate: fc.option(fc.double()), county: anyText() })),
      coupons: fc.option(
        fc.array(fc.record({ code: anyId(), baseCode: anyText(), accountingCode: anyText() }), {
          maxLength: 3,
        }),
      ),
      affiliates: fc.option(
        fc.array(fc.record({ affiliateId: fc.maxSafeNat(), subId: anyText() }), { maxLength: 7 }),
      ),
      autoOrder: fc.option(
        fc.record({
          code: anyText(),
          originalOrderId: anyText(),
          status: anyText(),
          isEnabled: fc.option(fc.boolean()),
          lastRebillAt: anyTime(),
        }),
      ),
      marketing: fc.option(
        fc.record({
          advertisingSource: anyText(),
          referralCode: anyText(),
          isOnMailingList: fc.option(fc.boolean()),
        }),
      ),
      checkout: fc.option(anyCheckout()),
      refund: fc.record({ refundedAt: anyTime(), reason: anyText(), refundedBy: anyText() }),
      internal: fc.option(fc.record({ salesRepCode: anyText(), merchantNotes: anyText() })),
    })
    .map((parts) => anOrderSnapshot(parts))
}

function anyAutoOrder(): fc.Arbitrary<AutoOrderSnapshot> {
  return fc
    .record({
      originalOrderId: anyText(),
      failedAttemptCount: fc.nat(),
      nextAttemptAt: anyTime(),
      failureReason: anyText(),
      cancelledAt: anyTime(),
      cancelledBy: anyText(),
      items: fc.option(
        fc.array(
          fc.record({
            originalItemId: anyId(),
            originalQuantity: fc.option(fc.nat()),
            nextItemId: fc.oneof(anyId(), fc.constant('')),
            frequency: anyText(),
            nextShipmentAt: anyTime(),
            noOrderAfterAt: anyTime(),
            arbitraryUnitCostCents: fc.option(anyCents()),
            arbitraryDiscountPercent: fc.option(fc.double()),
          }),
          { maxLength: 3 },
        ),
      ),
      originalOrder: fc.option(
        fc.record({
          orderId: anyId(),
          createdAt: anyTime(),
          currency: fc.constantFrom('USD', 'JPY'),
          buyer: fc.option(anyBuyer()),
          items: fc.option(fc.array(anyItem(), { maxLength: 3 })),
          checkout: fc.option(anyCheckout()),
        }),
      ),
    })
    .map((parts) => anAutoOrderSnapshot(parts))
}

function anyItem(): fc.Arbitrary<OrderItem> {
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

function anyTotals(): fc.Arbitrary<NonNullable<OrderSnapshot['totals']>> {
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

function anyRefundedTotals(): fc.Arbitrary<RefundedTotals> {
  return fc.record({
    totalCents: anyCents(),
    subtotalCents: anyCents(),
    subtotalDiscountCents: anyCents(),
    taxCents: anyCents(),
    shippingHandlingCents: anyCents(),
    otherCents: anyCents(),
  })
}

function anyCheckout(): fc.Arbitrary<NonNullable<OrderSnapshot['checkout']>> {
  return fc.record({
    screenBrandingThemeCode: anyText(),
    storefrontHost: anyText(),
    customerIpAddress: anyText(),
    upsellPathCode: anyText(),
    comments: anyText(),
    customFields: fc.array(anyText(), { maxLength: 9 }),
  })
}

const addressParts = {
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

function anyBuyer(): fc.Arbitrary<Buyer> {
  return fc.record({
    ...addressParts,
    email: anyText(),
    dayPhone: anyText(),
    eveningPhone: anyText(),
    cellPhone: anyText(),
  })
}

function anyShipping(): fc.Arbitrary<Shipping> {
  return fc.record({
    ...addressParts,
    method: anyText(),
    trackingNumbers: fc.array(anyText(), { maxLength: 3 }),
    specialInstructions: anyText(),
    shippedAt: anyTime(),
    hasLiftGate: fc.option(fc.boolean()),
  })
}

function anyId(): fc.Arbitrary<string> {
  return fc.stringMatching(/^[A-Za-z0-9_-]{2,20}$/)
}

function anyCents(): fc.Arbitrary<number> {
  return fc.integer({ min: -1_000_000, max: 1_000_000_000 })
}

function anyTime(): fc.Arbitrary<string | null> {
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
