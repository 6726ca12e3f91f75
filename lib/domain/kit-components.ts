import type { RelayRules } from './relay-rules.ts'
import type { OrderItem } from './snapshot.ts'

/** The items of an order that have a line of their own under the merchant's rule. */
export function toldItems(
  items: readonly OrderItem[],
  { kitComponents }: Pick<RelayRules, 'kitComponents'>,
): OrderItem[] {
  return kitComponents === 'send' ? [...items] : withoutKitComponents(items)
}

/**
 * The items that the buyer bought: components are left out when their kit is
 * in the order, since the kit's own line carries the price. A component that
 * does not name its kit belongs to any kit before it.
 */
export function withoutKitComponents(items: readonly OrderItem[]): OrderItem[] {
  return items.filter((item) => !item.isKitComponent || findKit(item, items) === undefined)
}

function findKit(component: OrderItem, items: readonly OrderItem[]): OrderItem | undefined {
  return items.find((item) =>
    component.parentIndex === null
      ? item.isKit && item.index < component.index
      : item.index === component.parentIndex && item.index !== component.index,
  )
}
