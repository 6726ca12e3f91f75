import type { Refunded } from './refunded.ts'
import type { AffiliateSnapshot, AutoOrderSnapshot, OrderSnapshot } from './snapshot.ts'
import type { AutoOrderWord, StoreEvent } from './store-event.ts'
import type { Reason } from './transmission.ts'

/** What a stream remembers: what was already told, and where each telling stands in its order. */
export type KnownState = KnownOrder | KnownAutoOrder | KnownAffiliate

export type KnownOrder = {
  kind: 'order'
  lastPosition: number
  snapshot: OrderSnapshot | null
  sale: KnownTelling | null
  refunds: KnownRefund[]
}

export type KnownAutoOrder = {
  kind: 'auto-order'
  lastPosition: number
  snapshot: AutoOrderSnapshot | null
  word: AutoOrderWord | null
  /** The reason of the last status that has no word, so that it is noted once. */
  silentReason: string | null
}

export type KnownAffiliate = {
  kind: 'affiliate'
  lastPosition: number
  snapshot: AffiliateSnapshot | null
  /** The transmission that tells of its joining. */
  joining: KnownTelling | null
  /** The approval that was told last; `null` as long as it has not joined. */
  isApprovedTold: boolean | null
}

/** One transmission of the stream; `told` means that the duty stands in the log as to be sent. */
export type KnownTelling = {
  position: number
  standing: 'told' | 'held' | 'skipped'
  reason: Reason | null
}

/** `runningTotalCents` is the order's refunded total when this refund was seen. */
export type KnownRefund = KnownTelling & Refunded & { runningTotalCents: number }

export const NOTHING_KNOWN_OF_ORDER: KnownOrder = {
  kind: 'order',
  lastPosition: 0,
  snapshot: null,
  sale: null,
  refunds: [],
}

export const NOTHING_KNOWN_OF_AUTO_ORDER: KnownAutoOrder = {
  kind: 'auto-order',
  lastPosition: 0,
  snapshot: null,
  word: null,
  silentReason: null,
}

export const NOTHING_KNOWN_OF_AFFILIATE: KnownAffiliate = {
  kind: 'affiliate',
  lastPosition: 0,
  snapshot: null,
  joining: null,
  isApprovedTold: null,
}

export type Standing =
  | { status: 'queued'; wait?: StartDelay }
  | { status: 'held'; reason: Reason }
  | { status: 'skipped'; reason: Reason }

/**
 * What a snapshot changes in the log: a new transmission, or another standing
 * of one that was held or skipped. A revised one may move to the end of its
 * stream, so that a released refund cannot stand before its sale.
 */
export type Change =
  | { kind: 'add'; position: number; event: StoreEvent; standing: Standing }
  | { kind: 'revise'; position: number; newPosition: number; event: StoreEvent; standing: Standing }

export type Detection<Known extends KnownState> = { known: Known; changes: Change[] }

/** How long a transmission waits, counted from the arrival of its snapshot, before it goes out. */
export type StartDelay = { seconds: number; reason: Reason }

/** What the stream remembers of a standing. */
export function toTelling(position: number, standing: Standing): KnownTelling {
  return standing.status === 'queued'
    ? { position, standing: 'told', reason: null }
    : { position, standing: standing.status, reason: standing.reason }
}
