import { OUTGOING_TYPES, type TransmissionRow, type TransmissionStatus } from './transmission.ts'

/** The bytes that were sent before, or the message made anew with today's product names. */
export const RESEND_MODES = ['original', 'as-mapped-today'] as const
export type ResendMode = (typeof RESEND_MODES)[number]

/** How many transmissions one run takes at the most. */
export const BULK_RESEND_LIMIT = 10_000

/** What a person may choose to send once more; the others are on their way by themselves. */
export const RESENDABLE_STATUSES = [
  'failed',
  'retrying',
  'unconfirmed',
  'held',
  'skipped',
  'sent',
] as const satisfies readonly TransmissionStatus[]
export type ResendableStatus = (typeof RESENDABLE_STATUSES)[number]

const BULK_RESEND_STATES = ['running', 'paused', 'done', 'cancelled'] as const
export type BulkResendState = (typeof BULK_RESEND_STATES)[number]

/** What a person can do with a run that is not over. */
export const BULK_STEERINGS = ['pause', 'resume', 'cancel'] as const
export type BulkSteering = (typeof BULK_STEERINGS)[number]

/** Why a transmission is not sent once more with the others. */
export type LeftOutReason =
  | 'queued'
  | 'sending'
  | 'sent-already'
  | 'nothing-to-send'
  | 'sandbox-left'
  | 'sandbox-on'
  | 'clicked-already'

export type LeftOut = { why: LeftOutReason; count: number }

/** What a run by this filter would do, before it begins. */
export type BulkResendPreview = {
  groups: ResendGroup[]
  leftOut: LeftOut[]
}

/** Those of one status that can be sent once more. */
export type ResendGroup = {
  status: ResendableStatus
  count: number
  /** Sales and refunds among them. */
  moneyCount: number
  /** Those that failed after an answer was lost, so that they may have arrived. */
  lostCount: number
  /** There are more than could be counted. */
  isMore: boolean
}

/** The latest run, as it stands. Times are ISO 8601 in UTC. */
export type BulkResendView = {
  runId: string
  state: BulkResendState
  mode: ResendMode
  startedBy: string
  startedAt: string
  finishedAt: string | null
  /** How many the run was begun with. */
  totalCount: number
  queuedCount: number
  leftOut: LeftOut[]
  /** How those stand now that the run has queued. */
  standings: { status: TransmissionStatus; count: number }[]
  /** Why it waits, for people; `null` while all is well. */
  message: string | null
}

export function isResendable(status: TransmissionStatus): status is ResendableStatus {
  return RESENDABLE_STATUSES.some((known) => known === status)
}

/** Why this row is left out of a run, as far as its row tells; `null` when it can go. */
export function whyLeftOut(
  row: Pick<TransmissionRow, 'type' | 'status' | 'reasonCode' | 'isSandbox'>,
  isStoreInSandbox: boolean,
): LeftOutReason | null {
  const { type, status, reasonCode, isSandbox } = row
  if (!OUTGOING_TYPES.includes(type)) return 'nothing-to-send'
  if (reasonCode === 'unknown-status' || reasonCode === 'affiliate-without-email')
    return 'nothing-to-send'
  if (status === 'queued' || status === 'sending') return status
  if (isSandbox === isStoreInSandbox) return null
  return isSandbox ? 'sandbox-left' : 'sandbox-on'
}

type Standing = { status: TransmissionStatus; attemptCount: number }

/**
 * Why one that was chosen is left out when its turn comes: since the run began
 * it was queued, or accepted, by another hand. An attempt that failed meanwhile
 * changes nothing.
 */
export function whyOvertaken(atStart: Standing, now: Standing): LeftOutReason | null {
  if (now.status === 'queued' || now.status === 'sending') return now.status
  const isOldNews = atStart.status === 'sent' && atStart.attemptCount === now.attemptCount
  return now.status === 'sent' && !isOldNews ? 'sent-already' : null
}
