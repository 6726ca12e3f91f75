import { prisma } from '#lib/db/client.ts'
import { loadNameSources } from '#lib/db/products.ts'
import type { SendableTransmission } from '#lib/db/transmissions.ts'
import { type ComposeRules, composeMessage, itemIdsOf } from '#lib/domain/compose-message.ts'
import { toLineViews } from '#lib/domain/line-views.ts'
import type { NameSources } from '#lib/domain/product-name.ts'
import type { LineView } from '#lib/domain/transmission.ts'
import { encodeMessage } from '#lib/ontraport/encode-message.ts'

export type ComposedRequest =
  | {
      kind: 'composed'
      parts: { request: string; dialect: string | null; lines: LineView[] | null }
    }
  | { kind: 'impossible'; error: unknown }

/** The rules of each merchant that has a transmission here. */
export type RulesByMerchant = ReadonlyMap<string, { rules: ComposeRules }>

/**
 * The text to send for each transmission: the one that was sent before, so
 * that a retry repeats the same bytes, else one composed with today's names.
 */
export async function composeRequests(
  transmissions: readonly SendableTransmission[],
  connections: RulesByMerchant,
): Promise<Map<string, ComposedRequest>> {
  const names = await loadNames(transmissions.filter((row) => row.request === null))
  return new Map(
    transmissions.map((row) => [
      row.id,
      composeRequest(row, names, connections.get(row.merchantId)?.rules),
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
        [merchantId, await loadNameSources(prisma(), merchantId, [...ids])] as const,
    ),
  )
  return new Map(loaded)
}

function composeRequest(
  row: SendableTransmission,
  names: Names,
  rules: ComposeRules | undefined,
): ComposedRequest {
  if (row.request !== null)
    return { kind: 'composed', parts: { request: row.request, dialect: null, lines: null } }
  try {
    const message = composeMessage(row.event, names.get(row.merchantId) ?? new Map(), rules)
    if (message === null) throw new Error('This event has no message.')
    const { xml, dialect } = encodeMessage(message)
    return { kind: 'composed', parts: { request: xml, dialect, lines: toLineViews(message) } }
  } catch (error) {
    return { kind: 'impossible', error }
  }
}
