import type { ConnectionView } from '#lib/domain/connection.ts'
import type { TransmissionPage, TransmissionRow } from '#lib/domain/transmission.ts'

export type Health =
  | 'sandbox'
  | 'paused'
  | 'silent'
  | 'no-key'
  | 'nothing-arrived'
  | 'attention'
  | 'nothing-sent'
  | 'working'

type Facts = {
  connection: Pick<
    ConnectionView,
    'method' | 'isSandbox' | 'pausedAt' | 'silence' | 'apiKeyHint' | 'lastEventAt'
  >
  attention: TransmissionPage
  lastSent: TransmissionRow | null
}

/** How the relay is doing; the worst comes first. */
export function judgeHealth({ connection, attention, lastSent }: Facts): Health {
  if (connection.isSandbox) return 'sandbox'
  if (connection.pausedAt !== null) return 'paused'
  if (connection.silence !== null) return 'silent'
  if (connection.method === 'api' && connection.apiKeyHint === null) return 'no-key'
  if (connection.lastEventAt === null) return 'nothing-arrived'
  if (attention.transmissions.length > 0) return 'attention'
  return lastSent === null ? 'nothing-sent' : 'working'
}
