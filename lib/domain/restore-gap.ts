import { moneyMovedAt, movesMoney } from './money-moved-at.ts'
import type { StoreEvent } from './store-event.ts'
import type { Reason } from './transmission.ts'

/** The time between a backup and its restore, of which the database knows nothing. */
export type RestoreGap = { from: Date; at: Date }

/** UltraCart goes on trying a delivery for days, so an event may arrive long after it happened. */
const LATE_ARRIVAL_MS = 7 * 24 * 60 * 60_000

/**
 * Whether ONTRAPORT may have been told of a sale or refund between the backup
 * and the restore: its money moved before the restore, and not long before the
 * backup. One without a time counts as such. What may be told twice never does.
 */
export function mayBeToldBefore(event: StoreEvent, gap: RestoreGap | null): boolean {
  if (gap === null || !movesMoney(event)) return false
  const moment = moneyMovedAt(event)
  if (moment === null) return true
  const at = Date.parse(moment)
  return at <= gap.at.getTime() && at >= gap.from.getTime() - LATE_ARRIVAL_MS
}

export const MAY_BE_TOLD_BEFORE: Reason = {
  code: 'restored',
  text: 'This may have been sent between the backup and the restore of this database: look in ONTRAPORT whether it arrived',
}
