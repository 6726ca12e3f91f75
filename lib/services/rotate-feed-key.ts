import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { replaceFeedKey } from '#lib/db/feed-keys.ts'
import type { Access } from '#lib/domain/access.ts'
import type { MadeFeedKey } from '#lib/domain/item-feed.ts'
import { itemFeedUrl } from '#lib/env.ts'
import { makeSecret } from '#lib/secrets.ts'

const PREVIOUS_VALID_MS = 24 * 60 * 60_000

/** Makes the key that opens the item feed, or a new one; the one before stays valid for 24 hours. */
export async function rotateFeedKey(access: Access, now: Date = new Date()): Promise<MadeFeedKey> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const key = makeSecret()
  const previousValidUntil = new Date(now.getTime() + PREVIOUS_VALID_MS)
  const { hadKey } = await inTransaction(async (db) => {
    const replaced = await replaceFeedKey(db, merchantId, { key, previousValidUntil, now })
    await insertAuditEntry(db, { merchantId, actor, action: 'feed-key.rotated' })
    return replaced
  })
  return {
    key,
    url: `${itemFeedUrl(merchantId)}?key=${key}`,
    previousValidUntil: hadKey ? previousValidUntil.toISOString() : null,
  }
}
