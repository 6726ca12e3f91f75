import { moneyMovedAt, movesMoney } from './money-moved-at.ts'
import type { StoreEvent } from './store-event.ts'

const NEWS_FOR_MS = 24 * 60 * 60 * 1_000

/** Whether a sale or refund is told more than a day after it happened, as when UltraCart sends a store's past again (its `reflow`). */
export function isHistory(event: StoreEvent, toldAt: Date): boolean {
  const moment = movesMoney(event) ? moneyMovedAt(event) : null
  return moment !== null && toldAt.getTime() - Date.parse(moment) > NEWS_FOR_MS
}
