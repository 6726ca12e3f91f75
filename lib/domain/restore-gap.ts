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
  if (gap === null) return false
  const moment = momentOf(event)
  if (moment === 'any') return false
  if (moment === null) return true
  const at = Date.parse(moment)
  return at <= gap.at.getTime() && at >= gap.from.getTime() - LATE_ARRIVAL_MS
}

export const MAY_BE_TOLD_BEFORE: Reason = {
  code: 'restored',
  text: 'This may have been sent between the backup and the restore of this database: look in ONTRAPORT whether it arrived',
}

function momentOf(event: StoreEvent): string | null | 'any' {
  switch (event.kind) {
    case 'order-paid':
      return event.order.payment?.paidAt ?? event.order.createdAt
    case 'order-refunded':
      return event.order.refund.refundedAt
    case 'auto-order-status-changed':
    case 'affiliate-joined':
    case 'affiliate-approval-changed':
      return 'any'
  }
}
