import type { AutoOrderItem, AutoOrderOriginal, AutoOrderSnapshot } from '#lib/domain/snapshot.ts'
import { toCents } from './amount.ts'
import type { UltraCartAutoOrder, UltraCartAutoOrderItem } from './auto-order-schema.ts'
import { orderCurrency } from './order-currency.ts'
import type { Origin } from './origin.ts'
import { toBuyer, toCheckout } from './to-buyer.ts'
import { toOrderItem } from './to-order-item.ts'

/** An auto order in our words; a part that did not arrive is `null`. */
export function toAutoOrderSnapshot(order: UltraCartAutoOrder, origin: Origin): AutoOrderSnapshot {
  const originalOrder = toOriginal(order)
  const currency = originalOrder?.currency ?? 'USD'
  return {
    kind: 'auto-order',
    ...origin,
    autoOrderCode: order.auto_order_code,
    autoOrderOid: order.auto_order_oid,
    originalOrderId: order.original_order_id || (originalOrder?.orderId ?? ''),
    status: order.status,
    isEnabled: order.enabled,
    isCompleted: order.completed ?? false,
    failedAttemptCount: Math.max(0, order.credit_card_attempt ?? 0),
    nextAttemptAt: order.next_attempt,
    failureReason: order.failure_reason,
    ...toEnd(order),
    items: order.items?.map((item) => toItem(item, currency)) ?? null,
    originalOrder,
  }
}

type End = Pick<
  AutoOrderSnapshot,
  | 'isCancelledForUpgrade'
  | 'isCancelledForDowngrade'
  | 'cancelledAt'
  | 'cancelledBy'
  | 'cancelReason'
  | 'disabledAt'
  | 'mergedInto'
>

function toEnd(order: UltraCartAutoOrder): End {
  return {
    isCancelledForUpgrade: order.cancel_upgrade ?? false,
    isCancelledForDowngrade: order.cancel_downgrade ?? false,
    cancelledAt: order.canceled_dts,
    cancelledBy: order.canceled_by_user,
    cancelReason: order.cancel_reason,
    disabledAt: order.disabled_dts,
    mergedInto: order.merged_into_auto_order_oid,
  }
}

/** An auto order's own amounts are plain numbers, in the currency of the order that began it. */
function toItem(item: UltraCartAutoOrderItem, currency: string): AutoOrderItem {
  return {
    originalItemId: item.original_item_id,
    originalQuantity: item.original_quantity,
    nextItemId: item.next_item_id,
    frequency: item.frequency,
    nextShipmentAt: item.next_shipment_dts,
    noOrderAfterAt: item.no_order_after_dts,
    arbitraryUnitCostCents: toCents(item.arbitrary_unit_cost, currency),
    arbitraryDiscountPercent: item.arbitrary_percentage_discount,
  }
}

function toOriginal(autoOrder: UltraCartAutoOrder): AutoOrderOriginal | null {
  const order = autoOrder.original_order
  if (order === null) return null
  const currency = orderCurrency(order)
  return {
    orderId: order.order_id || autoOrder.original_order_id,
    createdAt: order.creation_dts,
    currency,
    buyer: toBuyer(order.billing),
    items: order.items?.map((item, at) => toOrderItem(item, at + 1, currency)) ?? null,
    checkout: toCheckout(order.checkout),
  }
}
