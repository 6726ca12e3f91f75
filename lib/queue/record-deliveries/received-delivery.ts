import type { Connection } from '#lib/db/connections.ts'
import type { DeliverySource } from '#lib/db/deliveries.ts'
import type { Snapshot } from '#lib/domain/snapshot.ts'

/** How many of a delivery's snapshots were new, brought nothing new, or were none of ours. */
export type Receipt = { accepted: number; unchanged: number; ignored: number }

/** What was read out of a body, in its order. */
export type Brought = { snapshots: Snapshot[]; ignoredCount: number }

/** A delivery that was read, with the connection it came in by; the body is packed. */
export type ReceivedDelivery = Brought & {
  id: string
  connection: Connection
  source: DeliverySource
  receivedAt: Date
  contentType: string
  bodyBytes: number
  body: Uint8Array
}
