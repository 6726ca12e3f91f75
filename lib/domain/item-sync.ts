/** Where the sync of a store's items from UltraCart stands. */
export const ITEM_SYNC_STATES = ['running', 'done', 'failed', 'cancelled'] as const
export type ItemSyncState = (typeof ITEM_SYNC_STATES)[number]

/** Times are ISO 8601 in UTC. */
export type ItemSyncView = {
  state: ItemSyncState
  /** Only what changed since then was asked for; `null` for all items. */
  changedSince: string | null
  startedAt: string
  finishedAt: string | null
  seenCount: number
  /** How many there are in all, once UltraCart has said so. */
  totalCount: number | null
  faultyCount: number
  firstFault: string | null
  /** Items that UltraCart has no more; `null` when a run cannot tell: it goes on, asked for changes only, or items moved while it ran. */
  vanishedCount: number | null
  /** Why it waits or ended, for people; `null` while all is well. */
  message: string | null
  /** The next call to UltraCart, when it waits. */
  nextCallAt: string | null
}

/** What the sync panel shows. */
export type ItemSyncPanel = {
  /** The simple key's last characters; `null` while there is none. */
  simpleKeyHint: string | null
  /** The latest run; `null` before the first. */
  sync: ItemSyncView | null
  /** As of when all items are here; `null` before the first whole run. */
  completeAsOf: string | null
}

const FIRST_DELAY_MS = 30_000
const LONGEST_DELAY_MS = 60 * 60_000
const LONGEST_ASKED_DELAY_MS = 24 * 60 * 60_000
/** With the delays below, some six hours of trying. */
const TRIES = 12

/** How long to wait before trying the same page again, or that it is time to give up. `askedMs` is what UltraCart asked for. */
export function nextSyncDelay(
  failedTries: number,
  askedMs: number | null,
): { kind: 'wait'; delayMs: number } | { kind: 'give-up' } {
  if (failedTries > TRIES) return { kind: 'give-up' }
  const own = Math.min(FIRST_DELAY_MS * 2 ** (failedTries - 1), LONGEST_DELAY_MS)
  const asked = Math.min(askedMs ?? 0, LONGEST_ASKED_DELAY_MS)
  return { kind: 'wait', delayMs: asked > 0 ? Math.max(asked, 1_000) : own }
}
