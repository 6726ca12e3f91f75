import type { ClaimedAttempt } from '#lib/db/attempts.ts'
import type { SendableTransmission } from '#lib/db/transmissions.ts'
import type { SendingConnection } from './load-connections.ts'

/** A claimed message on its way out, with the text that goes out. */
export type Handing = {
  transmission: SendableTransmission
  attempt: ClaimedAttempt
  connection: SendingConnection
  request: string
}
