import { direct } from '#lib/db/pipeline.ts'
import { loadNameSources } from '#lib/db/products.ts'
import type { SendableTransmission } from '#lib/db/transmissions.ts'
import { composeMessage, itemIdsOf } from '#lib/domain/compose-message.ts'
import type { Way } from '#lib/domain/connection.ts'
import { toLineViews } from '#lib/domain/line-views.ts'
import type { NameSources } from '#lib/domain/product-name.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import type { LineView } from '#lib/domain/transmission.ts'
import { dialectOf, encodeFor } from '#lib/ontraport/encode-for.ts'
import type { SendingConnection } from './load-connections.ts'
import { isByCalls } from './target.ts'

export type ComposedRequest =
  | {
      kind: 'composed'
      parts: { request: string; dialect: string | null; lines: LineView[] | null }
    }
  | { kind: 'impossible'; error: unknown }

/**
 * The text to send for each transmission: the one that was sent before, so
 * that a retry repeats the same bytes, else one composed with today's names.
 * What was composed for the other way to ONTRAPORT is composed anew.
 */
export async function composeRequests(
  transmissions: readonly SendableTransmission[],
  connections: ReadonlyMap<string, SendingConnection>,
): Promise<Map<string, ComposedRequest>> {
  const wayOf = ({ merchantId }: SendableTransmission) => {
    const target = connections.get(merchantId)?.target
    return target !== undefined && isByCalls(target) ? 'rest' : 'receiver'
  }
  const isKept = (row: SendableTransmission) =>
    row.request !== null && (row.dialect === dialectOf('rest')) === (wayOf(row) === 'rest')
  const names = await loadNames(transmissions.filter((row) => !isKept(row)))
  return new Map(
    transmissions.map((row) => [
      row.id,
      isKept(row)
        ? { kind: 'composed', parts: { request: row.request ?? '', dialect: null, lines: null } }
        : composeRequest(row, names, {
            rules: connections.get(row.merchantId)?.rules,
            way: wayOf(row),
          }),
    ]),
  )
}

type Names = ReadonlyMap<string, ReadonlyMap<string, NameSources>>

async function loadNames(transmissions: readonly SendableTransmission[]): Promise<Names> {
  const itemIds = new Map<string, Set<string>>()
  for (const { merchantId, event } of transmissions) {
    const ids = itemIds.get(merchantId) ?? new Set()
    for (const itemId of itemIdsOf(event)) ids.add(itemId)
    itemIds.set(merchantId, ids)
  }
  const loaded = await Promise.all(
    [...itemIds].map(
      async ([merchantId, ids]) =>
        [merchantId, await loadNameSources(direct(), merchantId, [...ids])] as const,
    ),
  )
  return new Map(loaded)
}

function composeRequest(
  row: SendableTransmission,
  names: Names,
  { rules, way }: { rules: RelayRules | undefined; way: Way },
): ComposedRequest {
  try {
    const message = composeMessage(row.event, names.get(row.merchantId) ?? new Map(), rules)
    if (message === null) throw new Error('This event has no message.')
    const { request, dialect } = encodeFor(way, message, rules)
    return { kind: 'composed', parts: { request, dialect, lines: toLineViews(message) } }
  } catch (error) {
    return { kind: 'impossible', error }
  }
}
