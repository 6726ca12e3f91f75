import { checkMerchantId } from '#lib/domain/account-fields.ts'
import { prisma } from './client.ts'
import { type Connection, findConnection } from './connections.ts'

const FRESH_MS = 1_000
const MAX_KEPT = 1_000

const connections = new Map<string, { found: Promise<Connection | null>; readAt: number }>()

/**
 * Read at most once a second and merchant: a burst of deliveries shares one look, a
 * new password holds a second later. What is no merchant's id is looked up nowhere.
 */
export function freshConnection(merchantId: string): Promise<Connection | null> {
  if (checkMerchantId(merchantId) !== null) return Promise.resolve(null)
  const now = Date.now()
  const known = connections.get(merchantId)
  if (known !== undefined && now - known.readAt < FRESH_MS) return known.found
  if (connections.size > MAX_KEPT) connections.clear()
  const found = findConnection(prisma(), merchantId)
  connections.set(merchantId, { found, readAt: now })
  found.catch(() => connections.delete(merchantId))
  return found
}
