import { type ConnectionView, hasKeyOfWay } from '#lib/domain/connection.ts'
import { needsPerson, type ReasonGroup } from '#lib/domain/reason-group.ts'
import type { RelayHealth } from '#lib/domain/relay-health.ts'
import type { TransmissionRow } from '#lib/domain/transmission.ts'

export type Health =
  | 'sandbox'
  | 'paused'
  | 'unreachable'
  | 'no-key'
  | 'turned-away'
  | 'nothing-arrived'
  | 'attention'
  | 'store-silent'
  | 'nothing-sent'
  | 'working'

export type HealthFacts = {
  connection: Pick<
    ConnectionView,
    | 'method'
    | 'way'
    | 'isSandbox'
    | 'pausedAt'
    | 'silence'
    | 'apiKeyHint'
    | 'appIdHint'
    | 'lastEventAt'
    | 'refusedWebhook'
  >
  health: Pick<RelayHealth, 'storeSilence'>
  reasons: readonly ReasonGroup[]
  lastSent: TransmissionRow | null
}

/** How the relay is doing; the worst comes first. */
export function judgeHealth({ connection, health, reasons, lastSent }: HealthFacts): Health {
  if (connection.isSandbox) return 'sandbox'
  if (connection.pausedAt !== null) return 'paused'
  if (connection.silence !== null) return 'unreachable'
  if (connection.method === 'api' && !hasKeyOfWay(connection)) return 'no-key'
  if (connection.refusedWebhook !== null) return 'turned-away'
  if (connection.lastEventAt === null) return 'nothing-arrived'
  if (reasons.some(needsPerson)) return 'attention'
  if (health.storeSilence !== null) return 'store-silent'
  return lastSent === null ? 'nothing-sent' : 'working'
}

/** Since when somebody is needed; ISO 8601, `null` while nobody is. */
export function neededSince(reasons: readonly ReasonGroup[]): string | null {
  return (
    reasons
      .filter(needsPerson)
      .map(({ firstSeenAt }) => firstSeenAt)
      .sort()
      .at(0) ?? null
  )
}
