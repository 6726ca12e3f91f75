import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainAccount, type RefundAccount } from '#lib/domain/reconcile.ts'
import { reconcilePeriod } from '#lib/domain/reconcile-period.ts'
import { anAccount, anyAccount } from '#tests/support/arbitrary-account.ts'

const NO_REFUNDS: RefundAccount = anAccount().refunds

function sumOf(shares: readonly { cents: number }[]): number {
  return shares.reduce((sum, { cents }) => sum + cents, 0)
}

describe('laws', () => {
  test('the causes of an order add up to its difference exactly', () => {
    fc.assert(
      fc.property(anyAccount(), (account) => {
        const { ultracartCents, ontraportCents, differenceCents, causes } = explainAccount(account)
        expect(differenceCents).toBe(ultracartCents - ontraportCents)
        expect(sumOf(causes)).toBe(differenceCents + 0)
      }),
    )
  })

  test('the causes of a period add up to its difference, and each is the sum of its orders’', () => {
    fc.assert(
      fc.property(fc.array(anyAccount(), { maxLength: 30 }), (accounts) => {
        for (const period of reconcilePeriod(accounts, [])) {
          const mine = accounts.filter(({ currency }) => currency === period.currency)
          expect(sumOf(period.causes)).toBe(period.differenceCents)
          expect(period.orderCount).toBe(mine.length)
          for (const { cause, cents } of period.causes) {
            const shares = mine.flatMap((account) => explainAccount(account).causes)
            expect(cents).toBe(sumOf(shares.filter((share) => share.cause === cause)))
          }
        }
      }),
    )
  })

  test('currencies are never added up', () => {
    fc.assert(
      fc.property(fc.array(anyAccount(), { maxLength: 30 }), (accounts) => {
        const currencies = reconcilePeriod(accounts, []).map(({ currency }) => currency)
        expect(currencies.toSorted()).toEqual(
          [...new Set(accounts.map(({ currency }) => currency))].sort(),
        )
      }),
    )
  })

  test('the parts of a period’s orders add up to UltraCart’s total', () => {
    fc.assert(
      fc.property(fc.array(anyAccount(), { minLength: 1, maxLength: 30 }), (accounts) => {
        for (const { composition, ultracartCents } of reconcilePeriod(accounts, [])) {
          const { goodsCents, discountCents, refundedCents, ...added } = composition
          const parts =
            goodsCents -
            discountCents -
            refundedCents +
            sumOf(Object.values(added).map((cents) => ({ cents })))
          expect(parts).toBe(ultracartCents)
        }
      }),
    )
  })
})

test.each([
  [
    'shipping and handling, which ONTRAPORT does not store',
    anAccount(),
    [2700, 2200],
    [{ cause: 'shipping-handling', cents: 500 }],
  ],
  [
    'shipping and tax that a sale by the API leaves out',
    anAccount({ unstoredTaxCents: 200 }),
    [2700, 2000],
    [
      { cause: 'shipping-handling', cents: 500 },
      { cause: 'tax-left-out', cents: 200 },
    ],
  ],
  [
    'nothing, where a sale by the API carries both',
    anAccount({ storedShippingCents: 500 }),
    [2700, 2700],
    [],
  ],
  [
    'an order that waits for payment',
    anAccount({ state: 'unpaid' }),
    [2700, 0],
    [{ cause: 'unpaid', cents: 2700 }],
  ],
  [
    'a test order that was not sent',
    anAccount({ state: 'test-order', isTest: true }),
    [2700, 0],
    [{ cause: 'test-order', cents: 2700 }],
  ],
  [
    'an order deleted before it was relayed',
    anAccount({ state: 'deleted', isDeleted: true }),
    [0, 0],
    [],
  ],
  [
    'an order deleted after it was relayed',
    anAccount({ isDeleted: true }),
    [0, 2200],
    [{ cause: 'deleted-after-relay', cents: -2200 }],
  ],
  [
    'a full refund, shipping included, that ONTRAPORT booked',
    anAccount({
      refundedCents: 2700,
      refunds: { ...NO_REFUNDS, acceptedCents: 2700, acceptedShippingCents: 500 },
    }),
    [0, 0],
    [],
  ],
  [
    'a partial refund that the rules leave out',
    anAccount({ refundedCents: 300 }),
    [2400, 2200],
    [
      { cause: 'shipping-handling', cents: 500 },
      { cause: 'refund-left-out', cents: -300 },
    ],
  ],
  [
    'a refund that failed',
    anAccount({ refundedCents: 300, refunds: { ...NO_REFUNDS, failedCents: 300 } }),
    [2400, 2200],
    [
      { cause: 'shipping-handling', cents: 500 },
      { cause: 'refund-failed', cents: -300 },
    ],
  ],
  [
    'a refund of an order that was never relayed',
    anAccount({ state: 'unpaid', refundedCents: 2700 }),
    [0, 0],
    [],
  ],
])('%s', (_, account, [ultracartCents, ontraportCents], causes) => {
  expect(explainAccount(account)).toMatchObject({ ultracartCents, ontraportCents, causes })
})

test('what both have and may count otherwise is named with what it would add to ONTRAPORT’s total', () => {
  const accounts = [
    anAccount({ isTest: true }),
    anAccount({
      refundedCents: 300,
      refunds: { ...NO_REFUNDS, acceptedCents: 300, acceptedPartialCents: 300 },
    }),
    anAccount({ state: 'unpaid', taxCents: 9999 }),
  ]
  const crossing = { currency: 'USD', ofOtherPeriodsCents: 700, afterPeriodCents: 300 }
  expect(reconcilePeriod(accounts, [crossing])[0]?.doubts).toEqual([
    { kind: 'tax', effectCents: -400 },
    { kind: 'test-orders', effectCents: -2200 },
    { kind: 'partial-refunds', effectCents: 300 },
    { kind: 'refunds-of-other-periods', effectCents: -700 },
    { kind: 'refunds-after-period', effectCents: 300 },
  ])
})
