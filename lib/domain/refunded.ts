import type { OrderSnapshot, RefundedTotals } from './snapshot.ts'
import type { RefundedItem } from './store-event.ts'

/** Refunded amounts with the items they belong to; running totals or a difference of two. */
export type Refunded = { refunded: RefundedTotals; items: RefundedItem[] }

/** The running totals of an order. */
export function refundedSoFar(order: OrderSnapshot): Refunded {
  const items = (order.items ?? [])
    .filter((item) => item.quantityRefunded > 0 || item.refundedCents > 0)
    .map((item) => ({
      index: item.index,
      quantity: item.quantityRefunded,
      refundedCents: item.refundedCents,
    }))
  return { refunded: order.totals?.refunded ?? NOTHING, items }
}

export function addRefunded(left: Refunded, right: Refunded): Refunded {
  return combine(left, right, (a, b) => a + b)
}

/** What came on top; items of which nothing more was refunded are left out. */
export function subtractRefunded(current: Refunded, earlier: Refunded): Refunded {
  const difference = combine(current, earlier, (a, b) => a - b)
  const items = difference.items.filter((item) => item.quantity > 0 || item.refundedCents > 0)
  return { refunded: difference.refunded, items }
}

type Combine = (left: number, right: number) => number

function combine(left: Refunded, right: Refunded, by: Combine): Refunded {
  return {
    refunded: {
      totalCents: by(left.refunded.totalCents, right.refunded.totalCents),
      subtotalCents: by(left.refunded.subtotalCents, right.refunded.subtotalCents),
      subtotalDiscountCents: by(
        left.refunded.subtotalDiscountCents,
        right.refunded.subtotalDiscountCents,
      ),
      taxCents: by(left.refunded.taxCents, right.refunded.taxCents),
      shippingHandlingCents: by(
        left.refunded.shippingHandlingCents,
        right.refunded.shippingHandlingCents,
      ),
      otherCents: by(left.refunded.otherCents, right.refunded.otherCents),
    },
    items: combineItems(left.items, right.items, by),
  }
}

function combineItems(left: RefundedItem[], right: RefundedItem[], by: Combine): RefundedItem[] {
  const indexes = new Set([...left, ...right].map((item) => item.index))
  return [...indexes].map((index) => {
    const mine = left.find((item) => item.index === index)
    const theirs = right.find((item) => item.index === index)
    return {
      index,
      quantity: by(mine?.quantity ?? 0, theirs?.quantity ?? 0),
      refundedCents: by(mine?.refundedCents ?? 0, theirs?.refundedCents ?? 0),
    }
  })
}

export const NOTHING: RefundedTotals = {
  totalCents: 0,
  subtotalCents: 0,
  subtotalDiscountCents: 0,
  taxCents: 0,
  shippingHandlingCents: 0,
  otherCents: 0,
}
