import { prisma } from '#lib/db/client.ts'
import { type Connection, findConnection } from '#lib/db/connections.ts'
import { AppError } from '#lib/errors.ts'
import {
  type RawWebhook,
  readWebhooks,
  WEBHOOKS_PAGE_SIZE,
  webhooksCall,
} from '#lib/ultracart/webhooks/webhook-calls.ts'
import { askUltraCart } from './ask-ultracart.ts'

/** A store with more webhooks than this has other worries. */
const MAX_PAGES = 5

export type KeyedConnection = Connection & { simpleKey: string }

/** The merchant's connection with its simple key; `conflict` while there is none. */
export async function getKeyedConnection(merchantId: string): Promise<KeyedConnection> {
  const connection = await findConnection(prisma(), merchantId)
  if (connection === null) throw new AppError('not-found', 'There is no such merchant.')
  const { simpleKey } = connection
  if (simpleKey === null) throw new AppError('conflict', 'Enter the simple key of UltraCart first.')
  return { ...connection, simpleKey }
}

/** All webhooks of the store, ours and others. */
export async function loadWebhooks({
  merchantId,
  simpleKey,
}: Pick<KeyedConnection, 'merchantId' | 'simpleKey'>): Promise<RawWebhook[]> {
  const webhooks: RawWebhook[] = []
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const call = webhooksCall(page * WEBHOOKS_PAGE_SIZE)
    const answer = await askUltraCart({ ...call, simpleKey, permission: 'webhook_read' })
    const found = readWebhooks(answer, merchantId)
    webhooks.push(...found)
    if (found.length < WEBHOOKS_PAGE_SIZE) break
  }
  return webhooks
}
