/** The vocabulary of the log. */

import type { RemovedTexts } from './retention.ts'

export const TRANSMISSION_TYPES = [
  'sale',
  'refund',
  'auto-order-status',
  'affiliate',
  'item-fetch',
  'pixel',
] as const
export type TransmissionType = (typeof TRANSMISSION_TYPES)[number]

/** What goes out as a message; the others tell of somebody who came to us. */
export const OUTGOING_TYPES: readonly TransmissionType[] = [
  'sale',
  'refund',
  'auto-order-status',
  'affiliate',
]

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

export const REASON_CODES = [
  'stage-before-payment',
  'payment-not-processed',
  'missing-expansion',
  'unknown-stage',
  'sale-failed',
  'before-start-date',
  'test-order',
  'free-order',
  'rejected-before-payment',
  'deleted-before-payment',
  'never-relayed',
  'partial-refund-off',
  'auto-order-merged',
  'auto-order-completed',
  'affiliate-without-email',
  'pixel-method',
  'no-api-key',
  'connection-paused',
  'backlog',
  'sandbox-on',
  'sandbox-left',
  'refused',
  'unreachable',
  'answer-lost',
  'closed-by-hand',
  'unknown-status',
  'restored',
  'erased',
  'pixel-first',
  'pixel-unproven',
  'pixel-lines-cut',
  'pixel-no-theme',
  'poll-refused',
  'poll-broken-off',
  'pixel-no-email',
  'pixel-order-too-old',
  'pixel-sandbox',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

/** Transmissions that must arrive one after another share a stream; what happens in the sandbox has streams of its own. */
export type StreamSubject = 'order' | 'auto-order' | 'affiliate'
export type StreamKind = StreamSubject | `sandbox-${StreamSubject}`
export type StreamKey = { merchantId: string; kind: StreamKind; reference: string }

export type AttemptTrigger = 'auto' | 'manual' | 'bulk'

export type OutcomeKind = 'accepted' | 'refused' | 'unreachable' | 'unknown'

/** What came of an attempt. `isCredentialFault` means the key itself was turned away. */
export type Outcome =
  | { kind: 'accepted' }
  | { kind: 'refused'; reason: string; isCredentialFault: boolean }
  | {
      kind: 'unreachable'
      reason: string
      retryAfterMs: number | null
      /** Put off, as by a limit of calls: no try is used up. */
      isPutOff?: true
    }
  | { kind: 'unknown'; reason: string }

/** One row of the log, as lists and `GET /api/transmissions` show it. Times are ISO 8601 in UTC. */
export type TransmissionRow = {
  id: string
  type: TransmissionType
  status: TransmissionStatus
  reason: string | null
  reasonCode: ReasonCode | null
  description: string
  /** The order id, auto-order code or affiliate id. */
  reference: string
  email: string | null
  amountCents: number | null
  currency: string | null
  /** What the newest attempt was answered; `null` before it, while it is under way, once it is queued to be sent again, and when no answer came. */
  responseCode: number | null
  attemptCount: number
  createdAt: string
  finishedAt: string | null
  nextAttemptAt: string | null
  /** Made in the sandbox: it went, if at all, to the receiver inside the product. */
  isSandbox: boolean
  /** Its message and answers are no longer kept; `null` while they are. */
  removed: RemovedTexts | null
}

/** Everything that is known of one transmission. */
export type TransmissionDetail = TransmissionRow & {
  /** The XML last sent, or for one not sent yet the XML that would be sent now; `null` when none can be composed. */
  request: string | null
  isRequestPreview: boolean
  /** How many characters the whole request has, where `request` is cut for a screen. */
  requestLength: number | null
  /** Why it was held before it was let go; of one that is held still, `reason` says why. */
  heldReason: string | null
  releasedAt: string | null
  /** The answer that `responseCode` is of. Earlier ones stand with their attempts. */
  response: {
    code: number
    headers: Record<string, string>
    body: string
    isTruncated: boolean
  } | null
  attempts: AttemptView[]
  lines: LineView[]
  /** The snapshot it came from, as our own words have it. */
  snapshot: unknown
  deliveryId: string | null
  /** The other transmissions of the stream, in order. */
  neighbours: TransmissionRow[]
}

export type AttemptView = {
  number: number
  trigger: AttemptTrigger
  startedAt: string
  finishedAt: string | null
  durationMs: number | null
  outcome: OutcomeKind | null
  reason: string | null
  url: string
  responseCode: number | null
  responseHeaders: Record<string, string> | null
  responseBody: string | null
  isTruncated: boolean
  request: string | null
  /** The calls that it was made of, in order; empty where it was one call. */
  calls: CallView[]
}

/** One call of ONTRAPORT's API; `path` follows the API's address. */
export type CallView = {
  method: string
  path: string
  request: string | null
  startedAt: string
  /** The rest is `null` while it is under way, or when it was cut off. */
  finishedAt: string | null
  reason: string | null
  responseCode: number | null
  responseHeaders: Record<string, string> | null
  responseBody: string | null
}

export type LineView = {
  itemId: string
  description: string
  quantity: number
  amountCents: number | null
  productName: string
  nameSource: 'mapping' | 'oap-product-id' | 'item-id'
  isDuplicateName: boolean
}

/** The filters of the log; every absent one lets all through. Texts compare without case. */
export type TransmissionFilter = {
  type?: TransmissionType
  status?: TransmissionStatus[]
  /** Exact order id, auto-order code or affiliate id. */
  reference?: string
  email?: string
  /** A response code, such as 403, its class, such as `4xx`, or `none` for what has no answer. */
  code?: string
  /** One reason's code, or several with commas between them. */
  reasonCode?: string
  /** The whole sentence of a reason. */
  reasonText?: string
  /** Decimals in the row's own currency, such as `72.25`, both inclusive. */
  minAmount?: string
  maxAmount?: string
  isSandbox?: boolean
  /** ISO 8601, inclusive. */
  from?: string
  /** ISO 8601, exclusive. */
  to?: string
  /** Order id or email (whole or its beginning), or words of the description. */
  q?: string
}

export type TransmissionPage = {
  transmissions: TransmissionRow[]
  nextCursor: string | null
  /** How far back was looked, where looking stopped before the page was full or the log at its end; ISO 8601. */
  searchedBackTo: string | null
}

/** What has happened since a page of the log was loaded. */
export type LogNews = {
  /** Newer ones that the filter lets through; a hundred stands for that many or more. */
  newCount: number
  /** How shown ones stand now. */
  rows: TransmissionRow[]
}
