import type { Snapshot } from './snapshot.ts'

/** What UltraCart must report of one kind of thing, and which parts of it must be in each report. */
export type Subscription = {
  kind: Snapshot['kind']
  title: string
  events: string[]
  expansions: string[]
}

/** The expansions, by UltraCart's names, that every event of this kind should have. */
export function expansionsOf(kind: Snapshot['kind']): string[] {
  return SUBSCRIPTIONS.find((subscription) => subscription.kind === kind)?.expansions ?? []
}

export const SUBSCRIPTIONS: readonly Subscription[] = [
  {
    kind: 'order',
    title: 'Orders',
    events: [
      'order_create',
      'order_payment_process',
      'order_stage_change',
      'order_update',
      'order_refund',
      'order_reject',
      'order_delete',
    ],
    expansions: [
      'affiliate',
      'auto_order',
      'billing',
      'checkout',
      'coupon',
      'internal',
      'item',
      'marketing',
      'payment',
      'shipping',
      'summary',
      'taxes',
    ],
  },
  {
    kind: 'auto-order',
    title: 'Auto orders',
    events: [
      'auto_order_create',
      'auto_order_update',
      'auto_order_rebill',
      'auto_order_decline',
      'auto_order_disable',
      'auto_order_cancel',
    ],
    expansions: [
      'items',
      'original_order',
      'original_order.billing',
      'original_order.checkout',
      'original_order.item',
    ],
  },
  {
    kind: 'item',
    title: 'Items',
    events: ['item_create', 'item_update', 'item_delete'],
    // An item's properties come with every event; UltraCart knows no expansion of that name.
    expansions: ['auto_order', 'content', 'content.attributes', 'pricing'],
  },
]
