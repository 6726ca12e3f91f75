import {
  type CauseShare,
  type Explanation,
  explainAccount,
  type OrderAccount,
  otherCents,
} from './reconcile.ts'
import { DIFFERENCE_CAUSES, type DifferenceCause, type OrderState } from './reconcile-causes.ts'

/** Orders of one standing. */
export type StateCount = { state: OrderState; orderCount: number; totalCents: number }

/** What all orders of the period are made of, as UltraCart has them. */
export type Composition = {
  goodsCents: number
  discountCents: number
  taxCents: number
  shippingCents: number
  surchargeCents: number
  otherCents: number
  refundedCents: number
}

/** A period's orders of one currency; currencies are never added up. */
export type CurrencyReconciliation = Explanation & {
  currency: string
  orderCount: number
  /** Orders that UltraCart sent without amounts. */
  noAmountCount: number
  /** Orders that were deleted in UltraCart. */
  deletedCount: number
  states: StateCount[]
  composition: Composition
  /** What both have and may count otherwise. */
  doubts: Doubt[]
}

/** An amount in which reports of the two may differ in spite of it all; `effectCents` is what it would add to ONTRAPORT's total. */
export type Doubt = { kind: DoubtKind; effectCents: number }
export type DoubtKind =
  | 'tax'
  | 'surcharge'
  | 'other'
  | 'test-orders'
  | 'rejected-orders'
  | 'partial-refunds'
  | 'refunds-of-other-periods'
  | 'refunds-after-period'

/** Refunds that fall on one side of the period's edge and their orders on the other. */
export type CrossingRefunds = {
  currency: string
  /** Made in the period, of orders placed outside it. */
  ofOtherPeriodsCents: number
  /** Made outside the period, of orders placed in it. */
  afterPeriodCents: number
}

/** Adds a period's accounts up, currency by currency, the one with the most orders first. */
export function reconcilePeriod(
  accounts: readonly OrderAccount[],
  crossing: readonly CrossingRefunds[],
): CurrencyReconciliation[] {
  const byCurrency = Map.groupBy(accounts, ({ currency }) => currency)
  return [...byCurrency]
    .map(([currency, mine]) =>
      reconcileCurrency(
        currency,
        mine,
        crossing.find((refunds) => refunds.currency === currency),
      ),
    )
    .sort((a, b) => b.orderCount - a.orderCount || (a.currency < b.currency ? -1 : 1))
}

function reconcileCurrency(
  currency: string,
  accounts: readonly OrderAccount[],
  crossing: CrossingRefunds | undefined,
): CurrencyReconciliation {
  const explanations = accounts.map(explainAccount)
  const sum = (amount: (account: OrderAccount) => number) => total(accounts.map(amount))
  return {
    currency,
    orderCount: sum((account) => account.orderCount),
    noAmountCount: sum((account) => account.noAmountCount),
    deletedCount: sum(({ isDeleted, orderCount }) => (isDeleted ? orderCount : 0)),
    ultracartCents: total(explanations.map(({ ultracartCents }) => ultracartCents)),
    ontraportCents: total(explanations.map(({ ontraportCents }) => ontraportCents)),
    differenceCents: total(explanations.map(({ differenceCents }) => differenceCents)),
    causes: addShares(explanations.flatMap(({ causes }) => causes)),
    states: countStates(accounts),
    composition: compose(accounts.filter(({ isDeleted }) => !isDeleted)),
    doubts: listDoubts(accounts, crossing),
  }
}

/** The shares of each cause added up, in the order of the list. */
function addShares(shares: readonly CauseShare[]): CauseShare[] {
  const sums = new Map<DifferenceCause, number>()
  for (const { cause, cents } of shares) sums.set(cause, (sums.get(cause) ?? 0) + cents)
  return DIFFERENCE_CAUSES.flatMap((cause) => {
    const cents = sums.get(cause) ?? 0
    return cents === 0 ? [] : [{ cause, cents }]
  })
}

function countStates(accounts: readonly OrderAccount[]): StateCount[] {
  return [...Map.groupBy(accounts, ({ state }) => state)]
    .map(([state, mine]) => ({
      state,
      orderCount: total(mine.map(({ orderCount }) => orderCount)),
      totalCents: total(mine.map(({ totalCents }) => totalCents)),
    }))
    .sort((a, b) => b.orderCount - a.orderCount)
}

function compose(accounts: readonly OrderAccount[]): Composition {
  const sum = (amount: (account: OrderAccount) => number) => total(accounts.map(amount))
  return {
    goodsCents: sum((account) => account.goodsCents),
    discountCents: sum((account) => account.discountCents),
    taxCents: sum((account) => account.taxCents),
    shippingCents: sum((account) => account.shippingCents),
    surchargeCents: sum((account) => account.surchargeCents),
    otherCents: sum(otherCents),
    refundedCents: sum((account) => account.refundedCents),
  }
}

function listDoubts(
  accounts: readonly OrderAccount[],
  crossing: CrossingRefunds | undefined,
): Doubt[] {
  const relayed = accounts.filter(({ state }) => state === 'relayed')
  const sum = (amount: (account: OrderAccount) => number) => total(relayed.map(amount))
  const booked = (account: OrderAccount) => explainAccount(account).ontraportCents
  const doubts: Doubt[] = [
    { kind: 'tax', effectCents: -sum((account) => account.taxCents - account.unstoredTaxCents) },
    { kind: 'surcharge', effectCents: -sum((account) => account.surchargeCents) },
    { kind: 'other', effectCents: -sum(otherCents) },
    { kind: 'test-orders', effectCents: -sum((each) => (each.isTest ? booked(each) : 0)) },
    { kind: 'rejected-orders', effectCents: -sum((each) => (each.isRejected ? booked(each) : 0)) },
    { kind: 'partial-refunds', effectCents: sum(({ refunds }) => refunds.acceptedPartialCents) },
    { kind: 'refunds-of-other-periods', effectCents: -(crossing?.ofOtherPeriodsCents ?? 0) },
    { kind: 'refunds-after-period', effectCents: crossing?.afterPeriodCents ?? 0 },
  ]
  return doubts.filter(({ effectCents }) => effectCents !== 0)
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}
