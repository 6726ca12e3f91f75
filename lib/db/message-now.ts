import { composeMessage, itemIdsOf } from '#lib/domain/compose-message.ts'
import type { Message } from '#lib/domain/message.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import type { Db } from './client.ts'
import { findConnection } from './connections.ts'
import { loadNameSources } from './products.ts'

/** What today's product names and relay rules make of an event; `null` for one that has no message. */
export async function loadMessageNow(
  db: Db,
  merchantId: string,
  event: StoreEvent,
): Promise<Message | null> {
  const [names, connection] = await Promise.all([
    loadNameSources(db, merchantId, itemIdsOf(event)),
    findConnection(db, merchantId),
  ])
  return composeMessage(event, names, connection?.rules)
}
