import fc from 'fast-check'
import type { OrderAccount } from '#lib/domain/reconcile.ts'
import type { OrderState } from '#lib/domain/reconcile-causes.ts'

const STATES: readonly OrderState[] = [
  'relayed',
  'waiting',
  'failed',
  'unconfirmed',
  'unseen',
  'unpaid',
  'incomplete',
  'test-order',
  'rejected',
  'deleted',
  'before-start-date',
  'free-order',
  'pixel-method',
  'other-reason',
]

/** Any account of one order, also such as no store would have. */
export function anyAccount(): fc.Arbitrary<OrderAccount> {
  const cents = fc.integer({ min: -1_000_000, max: 10_000_000 })
  return fc.record({
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    state: fc.constantFrom(...STATES),
    isDeleted: fc.boolean(),
    isTest: fc.boolean(),
    isRejected: fc.boolean(),
    orderCount: fc.constant(1),
    noAmountCount: fc.constant(0),
    goodsCents: cents,
    discountCents: cents,
    taxCents: cents,
    shippingCents: cents,
    storedShippingCents: cents,
    unstoredTaxCents: cents,
    surchargeCents: cents,
    totalCents: cents,
    refundedCents: cents,
    refunds: fc.record({
      acceptedCents: cents,
      acceptedShippingCents: cents,
      acceptedTaxCents: cents,
      acceptedPartialCents: cents,
      waitingCents: cents,
      failedCents: cents,
      unconfirmedCents: cents,
    }),
  })
}

/** A relayed order of 20.00 goods, 2.00 tax and 5.00 shipping, unless said otherwise. */
export function anAccount(given: Partial<OrderAccount> = {}): OrderAccount {
  return {
    currency: 'USD',
    state: 'relayed',
    isDeleted: false,
    isTest: false,
    isRejected: false,
    orderCount: 1,
    noAmountCount: 0,
    goodsCents: 2000,
    discountCents: 0,
    taxCents: 200,
    shippingCents: 500,
    storedShippingCents: 0,
    unstoredTaxCents: 0,
    surchargeCents: 0,
    totalCents: 2700,
    refundedCents: 0,
    ...given,
    refunds: {
      acceptedCents: 0,
      acceptedShippingCents: 0,
      acceptedTaxCents: 0,
      acceptedPartialCents: 0,
      waitingCents: 0,
      failedCents: 0,
      unconfirmedCents: 0,
      ...given.refunds,
    },
  }
}
