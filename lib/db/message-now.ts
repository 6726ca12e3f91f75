import { composeMessage, itemIdsOf } from '#lib/domain/compose-message.ts'
import type { Way } from '#lib/domain/connection.ts'
import type { Message } from '#lib/domain/message.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import type { Db } from './client.ts'
import { findConnection } from './connections.ts'
import { loadNameSources } from './products.ts'

/** A message with what decides how it is encoded. */
export type MessageNow = { message: Message; way: Way; rules: RelayRules | undefined }

/** What today's product names and relay rules make of an event; `null` for one that has no message. */
export async function loadMessageNow(
  db: Db,
  merchantId: string,
  event: StoreEvent,
): Promise<MessageNow | null> {
  const [names, connection] = await Promise.all([
    loadNameSources(db, merchantId, itemIdsOf(event)),
    findConnection(db, merchantId),
  ])
  const rules = connection?.rules
  const message = composeMessage(event, names, rules)
  const way = connection?.way ?? 'receiver'
  return message === null ? null : { message, way, rules }
}
