import { isPostback } from './is-postback.ts'
import type { AutoOrderSnapshot, OrderSnapshot, Snapshot } from './snapshot.ts'
import { expansionsOf } from './webhook-subscriptions.ts'

/** An event of UltraCart whose webhook leaves out parts that a message needs. */
export type ExpansionGap = {
  eventName: string
  missing: string[]
  /** All that the event should have, ready to paste over what is there. */
  expansions: string[]
  /** When the event last arrived, ISO 8601 in UTC. */
  seenAt: string
}

export type SeenSnapshot = { snapshot: Snapshot; seenAt: string }

/**
 * Which events lack which expansions, judged by the newest snapshot that each
 * brought, so a gap is gone with the first event after it was closed. `seen`
 * is newest first.
 */
export function findExpansionGaps(seen: readonly SeenSnapshot[]): ExpansionGap[] {
  const newest = new Map<string, SeenSnapshot>()
  for (const one of seen) {
    if (!newest.has(one.snapshot.eventName)) newest.set(one.snapshot.eventName, one)
  }
  return [...newest.values()].flatMap(toGap)
}

/** The webhook expansions that a snapshot lacks, by UltraCart's names; a postback has none to add. */
export function missingExpansions(snapshot: Snapshot): string[] {
  if (isPostback(snapshot)) return []
  switch (snapshot.kind) {
    case 'order':
      // A deletion needs nothing but the order's id.
      return snapshot.eventName === 'order_delete' ? [] : missingOrderParts(snapshot)
    case 'auto-order':
      return missingAutoOrderParts(snapshot)
    case 'item':
      return snapshot.priceCents === null && !snapshot.isDeleted ? ['pricing'] : []
    case 'affiliate':
      return []
  }
}

/** The parts that a sale cannot be told without, as UltraCart names them. */
export function missingOrderParts(order: OrderSnapshot): string[] {
  return absent([
    ['billing', order.buyer !== null],
    ['item', order.items !== null],
    ['payment', order.payment !== null],
    ['summary', order.totals !== null],
  ])
}

/** The email of an auto order stands in the order that began it and nowhere else. */
function missingAutoOrderParts({ items, originalOrder }: AutoOrderSnapshot): string[] {
  return absent([
    ['items', items !== null],
    ['original_order', originalOrder !== null],
    ['original_order.billing', (originalOrder?.buyer?.email ?? '') !== ''],
    ['original_order.item', (originalOrder?.items ?? null) !== null],
  ])
}

function absent(parts: [name: string, hasArrived: boolean][]): string[] {
  return parts.filter(([, hasArrived]) => !hasArrived).map(([name]) => name)
}

function toGap({ snapshot, seenAt }: SeenSnapshot): ExpansionGap[] {
  const missing = missingExpansions(snapshot)
  if (missing.length === 0) return []
  const { eventName } = snapshot
  return [{ eventName, missing, expansions: expansionsOf(snapshot.kind), seenAt }]
}
