import type { OrderItem } from '#lib/domain/snapshot.ts'
import { toCents } from './amount.ts'
import { decodeEntities } from './decode-entities.ts'
import type { UltraCartOrderItem } from './order-schema.ts'

/** One line of an order; `place` (from 1) is its index where UltraCart gives none. */
export function toOrderItem(item: UltraCartOrderItem, place: number, currency: string): OrderItem {
  return {
    index: item.item_index ?? place,
    itemId: item.merchant_item_id,
    description: decodeEntities(item.description),
    quantity: item.quantity ?? 1,
    unitCostCents: toCents(item.cost, currency),
    discountedUnitCostCents: toCents(item.unit_cost_with_discount, currency),
    discountedTotalCents: toCents(item.total_cost_with_discount, currency),
    discountCents: toCents(item.discount, currency),
    isKit: item.kit ?? false,
    isKitComponent: item.kit_component ?? false,
    parentIndex: item.parent_item_index,
    isTaxFree: item.tax_free,
    isFreeShipping: item.free_shipping,
    options: toOptions(item.options, currency),
    manufacturerSku: item.manufacturer_sku,
    barcode: item.barcode,
    accountingCode: item.accounting_code,
    distributionCenterCode: item.distribution_center_code,
    autoOrderSchedule: item.auto_order_schedule,
    weight: item.weight,
    quantityRefunded: item.quantity_refunded ?? 0,
    refundedCents: toCents(item.total_refunded, currency) ?? 0,
  }
}

function toOptions(options: UltraCartOrderItem['options'], currency: string): OrderItem['options'] {
  return (options ?? []).map(({ label, value, cost_change }) => ({
    label,
    value,
    costChangeCents: toCents(cost_change, currency),
  }))
}
