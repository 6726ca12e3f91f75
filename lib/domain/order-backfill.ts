import type { ItemSyncState } from './item-sync.ts'
import type { KnownOrder, KnownTelling } from './known-state.ts'

/** What came of one order that was fetched. */
export const BACKFILL_OUTCOMES = ['told', 'held', 'skipped', 'unchanged'] as const
export type BackfillOutcome = (typeof BACKFILL_OUTCOMES)[number]

export type BackfillCounts = Record<BackfillOutcome, number>

export type BackfillRequest = {
  /** ISO 8601; orders created from then on, and until `to`. A `to` in the future means now. */
  from: string
  to: string
  /** Moves a start date that is later than `from` back to it, so that older orders are told, too. */
  isStartDateMoved: boolean
}

/** Times are ISO 8601 in UTC. */
export type OrderBackfillView = {
  state: ItemSyncState
  periodFrom: string
  periodTo: string
  startedAt: string
  finishedAt: string | null
  /** How many came so far, the unreadable ones included. */
  foundCount: number
  /** How many there are in all, once UltraCart has said so. */
  totalCount: number | null
  counts: BackfillCounts
  faultyCount: number
  firstFault: string | null
  /** Why it waits or ended, for people; `null` while all is well. */
  message: string | null
  /** The next call to UltraCart, when it waits. */
  nextCallAt: string | null
}

/** What an order's stream remembers before and after the order was fetched says what came of it. */
export function judgeBackfilled(before: KnownOrder | null, after: KnownOrder): BackfillOutcome {
  const [told, toldBefore] = [countTold(after), countTold(before)]
  if (told > toldBefore) return 'told'
  if (before !== null && standingsOf(before) === standingsOf(after)) return 'unchanged'
  return tellingsOf(after).some(({ standing }) => standing === 'held') ? 'held' : 'skipped'
}

function countTold(known: KnownOrder | null): number {
  return tellingsOf(known).filter(({ standing }) => standing === 'told').length
}

function standingsOf(known: KnownOrder): string {
  return JSON.stringify(tellingsOf(known).map(({ standing, reason }) => [standing, reason?.text]))
}

function tellingsOf(known: KnownOrder | null): KnownTelling[] {
  if (known === null) return []
  return known.sale === null ? known.refunds : [known.sale, ...known.refunds]
}
