/** The vocabulary of the log. */

export const TRANSMISSION_TYPES = [
  'sale',
  'refund',
  'auto-order-status',
  'affiliate',
  'item-fetch',
  'pixel',
] as const
export type TransmissionType = (typeof TRANSMISSION_TYPES)[number]

export const TRANSMISSION_STATUSES = [
  'held',
  'queued',
  'sending',
  'retrying',
  'sent',
  'failed',
  'unconfirmed',
  'skipped',
] as const
export type TransmissionStatus = (typeof TRANSMISSION_STATUSES)[number]

/** Why a transmission waits or was not sent: a code to group by, and the sentence a merchant reads. */
export type Reason = { code: ReasonCode; text: string }

export type ReasonCode =
  | 'stage-before-payment'
  | 'payment-not-processed'
  | 'missing-expansion'
  | 'unknown-stage'
  | 'sale-failed'
  | 'before-start-date'
  | 'test-order'
  | 'free-order'
  | 'rejected-before-payment'
  | 'deleted-before-payment'
  | 'never-relayed'
  | 'partial-refund-off'
  | 'auto-order-merged'
  | 'pixel-method'
  | 'no-api-key'
  | 'connection-paused'
  | 'refused'
  | 'unreachable'
  | 'answer-lost'
  | 'closed-by-hand'

/** Transmissions that must arrive one after another share a stream. */
export type StreamKind = 'order' | 'auto-order' | 'affiliate'
export type StreamKey = { merchantId: string; kind: StreamKind; reference: string }

export type AttemptTrigger = 'auto' | 'manual' | 'bulk'

export type OutcomeKind = 'accepted' | 'refused' | 'unreachable' | 'unknown'

/** What came of an attempt. `isCredentialFault` means the key itself was turned away. */
export type Outcome =
  | { kind: 'accepted' }
  | { kind: 'refused'; reason: string; isCredentialFault: boolean }
  | { kind: 'unreachable'; reason: string; retryAfterMs: number | null }
  | { kind: 'unknown'; reason: string }
