import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { findFeedKey, findFeedRefusals } from '#lib/db/feed-keys.ts'
import { listRecentPolls } from '#lib/db/poll-log.ts'
import type { Access } from '#lib/domain/access.ts'
import type { ItemFeedPanel } from '#lib/domain/item-feed.ts'
import { itemFeedUrl } from '#lib/env.ts'

const SHOWN_POLLS = 5

/** How the merchant's item feed is opened and who polled it last, for the Products screen. */
export async function getItemFeed(access: Access): Promise<ItemFeedPanel> {
  requireDeed(access, 'read')
  const { merchantId } = access
  const [key, refusals, polls] = await Promise.all([
    findFeedKey(prisma(), merchantId, new Date()),
    findFeedRefusals(prisma(), merchantId),
    listRecentPolls(prisma(), merchantId, SHOWN_POLLS),
  ])
  return {
    url: itemFeedUrl(merchantId),
    keyHint: key?.hint ?? null,
    previousValidUntil: key?.previousValidUntil?.toISOString() ?? null,
    refusedCount: refusals?.refusedCount ?? 0,
    lastRefusedAt: refusals?.lastRefusedAt.toISOString() ?? null,
    polls,
  }
}
