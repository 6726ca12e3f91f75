import type { ConnectionView } from '#lib/domain/connection.ts'
import type { RelayHealth } from '#lib/domain/relay-health.ts'
import type { TransmissionPage, TransmissionRow } from '#lib/domain/transmission.ts'

export type Health =
  | 'sandbox'
  | 'paused'
  | 'unreachable'
  | 'no-key'
  | 'nothing-arrived'
  | 'attention'
  | 'store-silent'
  | 'nothing-sent'
  | 'working'

export type HealthFacts = {
  connection: Pick<
    ConnectionView,
    'method' | 'isSandbox' | 'pausedAt' | 'silence' | 'apiKeyHint' | 'lastEventAt'
  >
  health: Pick<RelayHealth, 'storeSilence'>
  attention: TransmissionPage
  lastSent: TransmissionRow | null
}

/** How the relay is doing; the worst comes first. */
export function judgeHealth({ connection, health, attention, lastSent }: HealthFacts): Health {
  if (connection.isSandbox) return 'sandbox'
  if (connection.pausedAt !== null) return 'paused'
  if (connection.silence !== null) return 'unreachable'
  if (connection.method === 'api' && connection.apiKeyHint === null) return 'no-key'
  if (connection.lastEventAt === null) return 'nothing-arrived'
  if (attention.transmissions.length > 0) return 'attention'
  if (health.storeSilence !== null) return 'store-silent'
  return lastSent === null ? 'nothing-sent' : 'working'
}
