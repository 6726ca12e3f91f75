import { fillGaps } from './fill-gaps.ts'
import { isPostback } from './is-postback.ts'
import type { AutoOrderItem, AutoOrderOriginal, AutoOrderSnapshot } from './snapshot.ts'

/** What is known of an auto order after one more snapshot: parts that did not arrive stay as they were. */
export function mergeAutoOrder(
  known: AutoOrderSnapshot | null,
  incoming: AutoOrderSnapshot,
): AutoOrderSnapshot {
  if (known === null) return incoming
  if (isPostback(incoming)) return mergePostback(known, incoming)
  const originalOrder = incoming.originalOrder ?? known.originalOrder
  return {
    ...incoming,
    items: incoming.items ?? known.items,
    originalOrder:
      originalOrder === null
        ? null
        : {
            ...originalOrder,
            buyer: originalOrder.buyer ?? known.originalOrder?.buyer ?? null,
            items: originalOrder.items ?? known.originalOrder?.items ?? null,
          },
  }
}

/** A postback lacks fields that the webhooks have, and does not name the currency of its amounts. */
function mergePostback(known: AutoOrderSnapshot, incoming: AutoOrderSnapshot): AutoOrderSnapshot {
  const currency = known.originalOrder?.currency
  const isComparable = currency === undefined || currency === incoming.originalOrder?.currency
  return {
    ...incoming,
    autoOrderOid: incoming.autoOrderOid ?? known.autoOrderOid,
    originalOrderId: incoming.originalOrderId || known.originalOrderId,
    items: isComparable ? mergeItems(known.items, incoming.items) : (known.items ?? incoming.items),
    originalOrder: mergeOriginal(known.originalOrder, incoming.originalOrder),
  }
}

type Items = AutoOrderItem[] | null

function mergeItems(known: Items, incoming: Items): Items {
  if (incoming === null || known === null) return incoming ?? known
  return incoming.map((item) => {
    const earlier = known.find(({ originalItemId }) => originalItemId === item.originalItemId)
    return fillGaps(item, earlier ?? null) ?? item
  })
}

/** What was ordered once does not change, so the fuller account of it stays. */
function mergeOriginal(
  known: AutoOrderOriginal | null,
  incoming: AutoOrderOriginal | null,
): AutoOrderOriginal | null {
  if (incoming === null || known === null) return incoming ?? known
  return {
    ...known,
    buyer: fillGaps(incoming.buyer, known.buyer),
    checkout: fillGaps(incoming.checkout, known.checkout),
    items: known.items ?? incoming.items,
  }
}
