import type { DifferenceCause, OrderState } from './reconcile-causes.ts'

/**
 * One order, or several alike: of one currency and one standing, their amounts
 * added up. All amounts are minor units of `currency`.
 */
export type OrderAccount = {
  currency: string
  state: OrderState
  isDeleted: boolean
  isTest: boolean
  isRejected: boolean
  orderCount: number
  /** Orders that UltraCart sent without amounts. */
  noAmountCount: number
  goodsCents: number
  discountCents: number
  taxCents: number
  /** Shipping and handling, less its discount. */
  shippingCents: number
  /** Of that, what ONTRAPORT has: sales by its API may carry it. */
  storedShippingCents: number
  /** Of the tax, what sales by ONTRAPORT's API leave out. */
  unstoredTaxCents: number
  surchargeCents: number
  totalCents: number
  refundedCents: number
  refunds: RefundAccount
}

/** What became of the refunds that ONTRAPORT was to be told of. */
export type RefundAccount = {
  acceptedCents: number
  /** Of that, shipping and handling that ONTRAPORT never had. */
  acceptedShippingCents: number
  /** Of that, tax that ONTRAPORT never had. */
  acceptedTaxCents: number
  /** Of that, without shipping and handling, refunds that left a part of the order unrefunded. */
  acceptedPartialCents: number
  waitingCents: number
  failedCents: number
  unconfirmedCents: number
}

export type CauseShare = { cause: DifferenceCause; cents: number }

/** Both totals of an account, and what makes them differ: the shares add up to the difference. */
export type Explanation = {
  ultracartCents: number
  ontraportCents: number
  differenceCents: number
  causes: CauseShare[]
}

/**
 * Explains the difference between what UltraCart's total says (the order less
 * its refunds; nothing once it is deleted) and what ONTRAPORT should show (what
 * it accepted, without the shipping and handling that it does not store). The
 * shares of the causes add up to the difference exactly.
 */
export function explainAccount(account: OrderAccount): Explanation {
  const ultracartCents = account.isDeleted ? 0 : account.totalCents - account.refundedCents
  const ontraportCents = bookedCents(account)
  return {
    ultracartCents,
    ontraportCents,
    differenceCents: ultracartCents - ontraportCents,
    causes: listShares(account, ontraportCents).filter(({ cents }) => cents !== 0),
  }
}

function bookedCents(account: OrderAccount): number {
  const { state, totalCents, unstoredTaxCents } = account
  const unstored = unstoredShippingCents(account) + unstoredTaxCents
  return (state === 'relayed' ? totalCents - unstored : 0) - bookedRefundCents(account)
}

function unstoredShippingCents({ shippingCents, storedShippingCents }: OrderAccount): number {
  return shippingCents - storedShippingCents
}

function bookedRefundCents({ refunds }: OrderAccount): number {
  return refunds.acceptedCents - refunds.acceptedShippingCents - refunds.acceptedTaxCents
}

function listShares(account: OrderAccount, ontraportCents: number): CauseShare[] {
  const { state, isDeleted, totalCents, refundedCents } = account
  if (isDeleted) return [{ cause: 'deleted-after-relay', cents: -ontraportCents }]
  if (state === 'relayed') return [...unstoredShares(account), ...refundShares(account)]
  return [
    { cause: state, cents: totalCents - refundedCents },
    { cause: 'refund-without-sale', cents: bookedRefundCents(account) },
  ]
}

/** What a sale in ONTRAPORT lacks of what the buyer paid. */
function unstoredShares(account: OrderAccount): CauseShare[] {
  const { unstoredTaxCents, refunds } = account
  return [
    {
      cause: 'shipping-handling',
      cents: unstoredShippingCents(account) - refunds.acceptedShippingCents,
    },
    { cause: 'tax-left-out', cents: unstoredTaxCents - refunds.acceptedTaxCents },
  ]
}

/** What UltraCart gave back and ONTRAPORT did not book: it shows more than UltraCart. */
function refundShares({ refundedCents, refunds }: OrderAccount): CauseShare[] {
  const { acceptedCents, waitingCents, failedCents, unconfirmedCents } = refunds
  const toldCents = acceptedCents + waitingCents + failedCents + unconfirmedCents
  return [
    { cause: 'refund-waiting', cents: -waitingCents },
    { cause: 'refund-failed', cents: -failedCents },
    { cause: 'refund-unconfirmed', cents: -unconfirmedCents },
    { cause: 'refund-left-out', cents: toldCents - refundedCents },
  ]
}

/** What an order's total is made of that is neither goods, discount, tax, shipping nor surcharge: gift charges, gift certificates and the like. */
export function otherCents(account: OrderAccount): number {
  const { goodsCents, discountCents, taxCents, shippingCents, surchargeCents } = account
  return (
    account.totalCents - (goodsCents - discountCents + taxCents + shippingCents + surchargeCents)
  )
}

/** One order of a period, with what is said of it. */
export type ReconciledOrder = Explanation & {
  orderId: string
  /** ISO 8601 in UTC. */
  placedAt: string
  account: OrderAccount
  /** Why its sale waits or was not told, as the log has it. */
  reason: string | null
}
