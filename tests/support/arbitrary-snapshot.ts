import fc from 'fast-check'
import type { AffiliateSnapshot, AutoOrderSnapshot, OrderSnapshot } from '#lib/domain/snapshot.ts'
import type { AffiliateEvent, AutoOrderWord, StoreEvent } from '#lib/domain/store-event.ts'
import {
  addressParts,
  anyBuyer,
  anyCents,
  anyCheckout,
  anyId,
  anyItem,
  anyRefundedTotals,
  anyShipping,
  anyText,
  anyTime,
  anyTotals,
} from './arbitrary-parts.ts'
import { anAffiliateSnapshot, anAutoOrderSnapshot, anOrderSnapshot } from './build-snapshot.ts'

/** Orders and auto orders as the inbound door may read them: ids, currency and times are right, all else is anything. */
export function anyStoreEvent(): fc.Arbitrary<StoreEvent> {
  return fc.oneof(anyOrderPaid(), anyOrderRefunded(), anyStatusChange(), anyAffiliateEvent())
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

/** An affiliate with an email, of which a message can be made. */
export function anyAffiliateEvent(): fc.Arbitrary<AffiliateEvent> {
  return fc.record({
    kind: fc.constantFrom('affiliate-joined', 'affiliate-approval-changed'),
    affiliate: anyAffiliate({ email: anyText().map((text) => `${text}@example.com`) }),
  })
}

export function anyAffiliate(
  given: { email?: fc.Arbitrary<string> } = {},
): fc.Arbitrary<AffiliateSnapshot> {
  const { email = anyText() } = given
  return fc
    .record({
      affiliateId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      isApproved: fc.boolean(),
      ...addressParts,
      email,
      phone: anyText(),
    })
    .map(({ title: _, ...parts }) => anAffiliateSnapshot(parts))
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
