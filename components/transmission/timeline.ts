import type { AttemptView, TransmissionDetail, TransmissionType } from '#lib/domain/transmission.ts'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import type { Tone } from '../texts/words.ts'

const TEXTS = TRANSMISSION_TEXTS.timeline

/** One thing that happened to a transmission, or will. */
export type TimelineEntry =
  | { kind: 'event'; at: string; tone: Tone; title: string; reason: string | null }
  | { kind: 'attempt'; at: string; attempt: AttemptView }
  | { kind: 'next'; at: string; reason: string | null }

/** From the arrival to the next try, in the order of time. */
export function toTimeline(transmission: TransmissionDetail): TimelineEntry[] {
  const { createdAt, attempts, status, nextAttemptAt, reason } = transmission
  const past: TimelineEntry[] = [
    event(createdAt, 'busy', ARRIVALS[transmission.type]),
    ...holding(transmission),
    ...attempts.map((attempt) => ({ kind: 'attempt' as const, at: attempt.startedAt, attempt })),
    ...ending(transmission),
  ]
  // Sorting keeps what has one time in the order in which it was written down here.
  past.sort((left, right) => Date.parse(left.at) - Date.parse(right.at))
  if (status !== 'retrying' || nextAttemptAt === null) return past
  return [...past, { kind: 'next', at: nextAttemptAt, reason }]
}

const ARRIVALS: Record<TransmissionType, string> = {
  sale: TEXTS.arrivedFromUltracart,
  refund: TEXTS.arrivedFromUltracart,
  'auto-order-status': TEXTS.arrivedFromUltracart,
  affiliate: TEXTS.arrived,
  'item-fetch': TEXTS.ontraportAskedForThe,
  pixel: TEXTS.aReceiptCalled,
}

function holding({
  createdAt,
  status,
  reason,
  heldReason,
  releasedAt,
}: TransmissionDetail): TimelineEntry[] {
  const isHeld = status === 'held'
  const why = isHeld ? reason : heldReason
  return [
    ...(why === null ? [] : [event(createdAt, 'wait', TEXTS.held, why)]),
    ...(releasedAt === null || isHeld ? [] : [event(releasedAt, 'good', TEXTS.letGo)]),
  ]
}

/** What ended it without an attempt, or keeps it in the queue. */
function ending(transmission: TransmissionDetail): TimelineEntry[] {
  const { status, reasonCode, reason, finishedAt, createdAt } = transmission
  const at = finishedAt ?? createdAt
  if (status === 'skipped') return [event(at, 'quiet', TEXTS.skipped, reason)]
  if (reasonCode === 'closed-by-hand') return [event(at, 'ask', TEXTS.decidedByHand, reason)]
  if (status !== 'queued') return []
  const since = transmission.attempts.at(-1)?.finishedAt ?? transmission.releasedAt ?? createdAt
  return [event(since, 'busy', TEXTS.waitsForItsTurn, reason)]
}

function event(at: string, tone: Tone, title: string, reason: string | null = null): TimelineEntry {
  return { kind: 'event', at, tone, title, reason }
}
