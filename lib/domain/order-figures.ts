import type { KnownOrder, KnownRefund, KnownTelling } from './known-state.ts'
import type { OrderSnapshot } from './snapshot.ts'

/** The amounts of an order and what was told of it, in minor units; absent amounts are 0. */
export type OrderFigures = {
  /** ISO 8601 in UTC; `null` when UltraCart did not say. */
  placedAt: string | null
  currency: string
  /** False when UltraCart sent no amounts at all. */
  hasTotals: boolean
  goodsCents: number
  discountCents: number
  taxCents: number
  /** Shipping and handling, less its discount. */
  shippingCents: number
  surchargeCents: number
  totalCents: number
  refundedCents: number
  isTest: boolean
  isDeleted: boolean
  isRejected: boolean
  /** `null` when only a refund of the order was reported. */
  sale: KnownTelling | null
  refunds: RefundFigures[]
}

export type RefundFigures = {
  runningTotalCents: number
  /** Of the order's latest refund; ISO 8601 in UTC. */
  refundedAt: string | null
  totalCents: number
  shippingCents: number
  position: number
  standing: KnownTelling['standing']
}

/** What reconciling needs of what an order's stream knows; `null` while no snapshot is known. */
export function toOrderFigures({ snapshot, sale, refunds }: KnownOrder): OrderFigures | null {
  if (snapshot === null) return null
  return {
    placedAt: snapshot.createdAt,
    currency: snapshot.currency,
    ...amountsOf(snapshot),
    isTest: snapshot.payment?.isTestOrder ?? false,
    isDeleted: snapshot.eventName === 'order_delete',
    isRejected: snapshot.stage.toLowerCase() === 'rejected',
    sale,
    refunds: refunds.map((refund) => toRefundFigures(refund, snapshot)),
  }
}

function amountsOf({ totals, payment }: OrderSnapshot) {
  const shippingDiscount = totals?.shippingHandlingDiscountCents ?? 0
  return {
    hasTotals: totals !== null,
    goodsCents: totals?.subtotalCents ?? 0,
    discountCents: totals?.subtotalDiscountCents ?? 0,
    taxCents: totals?.taxCents ?? 0,
    shippingCents: (totals?.shippingHandlingCents ?? 0) - shippingDiscount,
    surchargeCents: payment?.surchargeCents ?? 0,
    totalCents: totals?.totalCents ?? 0,
    refundedCents: totals?.refunded.totalCents ?? 0,
  }
}

function toRefundFigures(
  { refunded, runningTotalCents, position, standing }: KnownRefund,
  { refund }: OrderSnapshot,
): RefundFigures {
  return {
    runningTotalCents,
    refundedAt: refund.refundedAt,
    totalCents: refunded.totalCents,
    shippingCents: refunded.shippingHandlingCents,
    position,
    standing,
  }
}
