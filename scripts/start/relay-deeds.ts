import { backfillOrders } from '#lib/services/backfill-orders.ts'
import { checkStorage } from '#lib/services/check-storage.ts'
import { startDeliveries } from '#lib/services/deliver-batch.ts'
import { removeExpired } from '#lib/services/remove-expired.ts'
import { resendNextBatch } from '#lib/services/resend-next-batch.ts'
import type { RelayDeeds } from '#lib/services/run-relay.ts'
import { sendAlerts } from '#lib/services/send-alerts.ts'
import { sweepRelay } from '#lib/services/sweep-relay.ts'
import { syncItems } from '#lib/services/sync-items.ts'
import { watchAlerts } from '#lib/services/watch-alerts.ts'

/** The services that a relay runs; no service knows another, so they meet here. */
export const relayDeeds: RelayDeeds = {
  startDeliveries,
  sweep: sweepRelay,
  removeExpired,
  checkStorage,
  watchAlerts,
  sendAlerts,
  syncItems,
  backfillOrders,
  resendNextBatch,
}
