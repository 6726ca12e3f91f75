import { toPlainText } from './plain-text.ts'

import { type NameSources, resolveProductName } from './product-name.ts'
import type { ItemSale } from './snapshot.ts'

/** One entry of the feed that ONTRAPORT polls. */
export type FeedItem = {
  itemId: string
  /** The name that ONTRAPORT knows the item by, as messages use it. */
  productName: string
  description: string
  priceCents: number | null
  currency: string
  isKit: boolean
  isRecurring: boolean
  /** When this entry last changed: by the store, by the mapping, or by a sale's begin or end. */
  changedAt: string
}

/** An item that is for sale, with all that its entry is made of. */
export type StoredFeedItem = NameSources & {
  itemId: string
  description: string
  priceCents: number | null
  sale: ItemSale | null
  currency: string
  isKit: boolean
  isRecurring: boolean
  changedAt: string
}

/** The entry of an item at a moment. */
export function toFeedItem(item: StoredFeedItem, now: Date): FeedItem {
  const { itemId, currency, isKit, isRecurring } = item
  return {
    itemId,
    productName: resolveProductName(itemId, item).name,
    description: toPlainText(item.description),
    priceCents: priceAt(item, now),
    currency,
    isKit,
    isRecurring,
    changedAt: changedAt(item, now),
  }
}

/** The sale's price from its begin until before its end, else the regular one; an edge that is not given is open. */
export function priceAt(
  { priceCents, sale }: Pick<StoredFeedItem, 'priceCents' | 'sale'>,
  now: Date,
): number | null {
  if (sale === null) return priceCents
  const hasBegun = sale.startsAt === null || new Date(sale.startsAt) <= now
  const hasEnded = sale.endsAt !== null && new Date(sale.endsAt) <= now
  return hasBegun && !hasEnded ? sale.priceCents : priceCents
}

function changedAt({ changedAt: stored, sale }: StoredFeedItem, now: Date): string {
  const edges = [sale?.startsAt, sale?.endsAt].flatMap((edge) =>
    edge == null ? [] : [new Date(edge)],
  )
  const passed = edges.filter((edge) => edge <= now).map((edge) => edge.getTime())
  return new Date(Math.max(new Date(stored).getTime(), ...passed)).toISOString()
}

/** What became of one poll, as the log keeps it. */
export type ItemPoll = {
  kind: 'items-polled'
  method: 'GET' | 'HEAD'
  /** Only what changed since then was asked for; `null` for all. */
  since: string | null
  /** The caller said which state it has: a 304 is the answer when that is still the present one. */
  isConditional: boolean
  /** 400 for one that asked in a way that cannot be read. */
  status: 200 | 304 | 400
  itemCount: number
  byteCount: number
  /** False when the caller hung up in the middle. */
  isComplete: boolean
}

/** One line for the log. */
export function describePoll(poll: ItemPoll): string {
  if (poll.status === 400) return 'Item poll: could not be read'
  if (poll.status === 304) return 'Item poll: nothing new'
  if (poll.method === 'HEAD') return 'Item poll: only asked whether there is something new'
  const items = poll.itemCount === 1 ? '1 item' : `${poll.itemCount} items`
  return `Item poll: ${items}${poll.since === null ? '' : ` changed since ${poll.since}`}`
}

/** One of the latest polls, for the feed's panel. */
export type RecentPoll = {
  id: string
  at: string
  isComplete: boolean
  responseCode: number
  description: string
}

/** What the feed's panel shows. Times are ISO 8601 in UTC. */
export type ItemFeedPanel = {
  /** Without the key. */
  url: string
  /** The end of the key; `null` before the first one is made. */
  keyHint: string | null
  /** Until when the key before this one still opens the feed. */
  previousValidUntil: string | null
  /** Polls with a wrong key. */
  refusedCount: number
  lastRefusedAt: string | null
  polls: RecentPoll[]
}

/** A feed key that was just made; it is told this once, since only its hash is kept. */
export type MadeFeedKey = {
  key: string
  /** The whole address to give to ONTRAPORT. */
  url: string
  /** Until when the key before still opens the feed; `null` when this is the first. */
  previousValidUntil: string | null
}
