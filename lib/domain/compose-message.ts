import { hasMessage } from './has-message.ts'
import { toldItems } from './kit-components.ts'
import type {
  AffiliateMessage,
  AutoOrderLine,
  AutoOrderStatusMessage,
  Message,
  MessageLine,
  ProductName,
  RefundLine,
  RefundMessage,
  SaleMessage,
} from './message.ts'
import { type NameSources, resolveProductName } from './product-name.ts'
import { DEFAULT_RELAY_RULES, type RelayRules } from './relay-rules.ts'
import type { AutoOrderItem, AutoOrderSnapshot, OrderItem } from './snapshot.ts'
import type {
  AffiliateEvent,
  AutoOrderStatusChanged,
  OrderPaid,
  OrderRefunded,
  StoreEvent,
} from './store-event.ts'

/** The name sources of items by item id. */
export type ItemNames = ReadonlyMap<string, NameSources>

/** The relay rules that decide what stands in a message. */
export type ComposeRules = Pick<RelayRules, 'kitComponents'>

/** What ONTRAPORT is told of a store event, every item under the name it has there; `null` for one that is only noted. */
export function composeMessage(
  event: StoreEvent,
  names: ItemNames,
  rules: ComposeRules = DEFAULT_RELAY_RULES,
): Message | null {
  switch (event.kind) {
    case 'order-paid':
      return composeSale(event, names, rules)
    case 'order-refunded':
      return composeRefund(event, names, rules)
    case 'auto-order-status-changed':
      return composeAutoOrderStatus(event, names, rules)
    case 'affiliate-joined':
    case 'affiliate-approval-changed':
      return composeAffiliate(event)
  }
}

/** The ids of all items that a message of this event names. */
export function itemIdsOf(event: StoreEvent): string[] {
  switch (event.kind) {
    case 'order-paid':
    case 'order-refunded':
      return unique((event.order.items ?? []).map((item) => item.itemId))
    case 'auto-order-status-changed':
      return unique(itemIdsOfAutoOrder(event.autoOrder))
    case 'affiliate-joined':
    case 'affiliate-approval-changed':
      return []
  }
}

function itemIdsOfAutoOrder({ items, originalOrder }: AutoOrderSnapshot): string[] {
  return [
    ...(originalOrder?.items ?? []).map((item) => item.itemId),
    ...(items ?? []).flatMap((item) => [item.originalItemId, item.nextItemId]),
  ]
}

function composeSale(
  { order, isRebill }: OrderPaid,
  names: ItemNames,
  rules: ComposeRules,
): SaleMessage {
  return { kind: 'sale', order, lines: toLines(order.items, names, rules), isRebill }
}

/** Only what is refunded now has a line; the order's other items were told with the sale. */
function composeRefund(
  { order, refunded, items }: OrderRefunded,
  names: ItemNames,
  rules: ComposeRules,
): RefundMessage {
  const boughtItems = toldItems(order.items ?? [], rules)
  const lines = items.flatMap(({ index, quantity, refundedCents }): RefundLine[] => {
    const item = boughtItems.find((candidate) => candidate.index === index)
    if (item === undefined) return []
    return [{ ...toLine(item, names), quantityRefunded: quantity, refundedCents }]
  })
  return { kind: 'refund', order, lines: flagDuplicates(lines), refunded }
}

function composeAutoOrderStatus(
  { autoOrder, word }: AutoOrderStatusChanged,
  names: ItemNames,
  rules: ComposeRules,
): AutoOrderStatusMessage | null {
  if (word === null) return null
  return {
    kind: 'auto-order-status',
    autoOrder,
    word,
    lines: (autoOrder.items ?? []).map((item) => toAutoOrderLine(item, names)),
    originalLines: toLines(autoOrder.originalOrder?.items ?? null, names, rules),
  }
}

function composeAffiliate(event: AffiliateEvent): AffiliateMessage | null {
  return hasMessage(event) ? { kind: 'affiliate', affiliate: event.affiliate } : null
}

function toAutoOrderLine(item: AutoOrderItem, names: ItemNames): AutoOrderLine {
  return {
    item,
    original: nameOf(item.originalItemId, names),
    next: item.nextItemId === '' ? null : nameOf(item.nextItemId, names),
  }
}

function toLines(
  items: readonly OrderItem[] | null,
  names: ItemNames,
  rules: ComposeRules,
): MessageLine[] {
  return flagDuplicates(toldItems(items ?? [], rules).map((item) => toLine(item, names)))
}

function toLine(item: OrderItem, names: ItemNames): MessageLine {
  return { item, product: nameOf(item.itemId, names), isDuplicateName: false }
}

function nameOf(itemId: string, names: ItemNames): ProductName {
  return resolveProductName(itemId, names.get(itemId))
}

/** Two different items under one name look like one product twice in ONTRAPORT; two lines of one item are right. */
function flagDuplicates<Line extends MessageLine>(lines: readonly Line[]): Line[] {
  return lines.map((line) => ({
    ...line,
    isDuplicateName: lines.some(
      (other) => other.product.name === line.product.name && other.item.itemId !== line.item.itemId,
    ),
  }))
}

function unique(itemIds: readonly string[]): string[] {
  return [...new Set(itemIds)].filter((itemId) => itemId !== '')
}
