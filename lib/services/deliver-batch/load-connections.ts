import { findConnection } from '#lib/db/connections.ts'
import { direct } from '#lib/db/pipeline.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { type Target, targetOf } from './target.ts'

/** A connection that may send: it has a key or is in the sandbox, and is not paused. */
export type SendingConnection = { merchantId: string; target: Target; rules: RelayRules }

/** The connections of these merchants that may send now. */
export async function loadConnections(
  merchantIds: readonly string[],
): Promise<Map<string, SendingConnection>> {
  const found = await Promise.all(
    [...new Set(merchantIds)].map((merchantId) => findConnection(direct(), merchantId)),
  )
  return new Map(
    found.flatMap((connection) => {
      if (connection === null || connection.pausedAt !== null) return []
      const target = targetOf(connection)
      if (target === null) return []
      const { merchantId, rules } = connection
      return [[merchantId, { merchantId, target, rules }] as const]
    }),
  )
}
