import type { Outcome } from './transmission.ts'

/** What follows an attempt. `pause` leaves the transmission queued and stops the whole connection. */
export type NextStep =
  | { kind: 'sent' }
  | { kind: 'failed'; reason: string }
  | { kind: 'retry'; at: Date; reason: string }
  | { kind: 'unconfirmed'; reason: string }
  | { kind: 'pause'; reason: string }

export type AttemptContext = {
  /** How many automatic tries came before this one since the last start of the schedule. */
  scheduleStep: number
  /** False for sales and refunds when the merchant wants to be asked after a lost answer. */
  isRetriedAfterUnknown: boolean
  now: Date
  /** Evenly spread over [0, 1). */
  random: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Waits between tries; after the last the transmission has failed. */
export const SCHEDULE_MS: readonly number[] = [
  30_000,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  HOUR_MS,
  4 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
]

const JITTER = 0.2

/** Decides what follows an outcome; every outcome has exactly one next step. */
export function nextStep(outcome: Outcome, context: AttemptContext): NextStep {
  switch (outcome.kind) {
    case 'accepted':
      return { kind: 'sent' }
    case 'refused':
      return { kind: outcome.isCredentialFault ? 'pause' : 'failed', reason: outcome.reason }
    case 'unreachable':
      if (outcome.isPutOff === true) return putOff(outcome, context)
      return retryOrFail(outcome.reason, outcome.retryAfterMs, context)
    case 'unknown':
      return context.isRetriedAfterUnknown
        ? retryOrFail(outcome.reason, null, context)
        : { kind: 'unconfirmed', reason: outcome.reason }
  }
}

function putOff(
  { reason, retryAfterMs }: { reason: string; retryAfterMs: number | null },
  { now, random }: AttemptContext,
): NextStep {
  const waitMs = later(retryAfterMs ?? MINUTE_MS, random)
  return { kind: 'retry', at: new Date(now.getTime() + waitMs), reason }
}

function retryOrFail(reason: string, askedMs: number | null, context: AttemptContext): NextStep {
  const plannedMs = SCHEDULE_MS[context.scheduleStep]
  if (plannedMs === undefined)
    return { kind: 'failed', reason: `${reason}; given up after ${context.scheduleStep + 1} tries` }
  const waitMs =
    askedMs === null ? spread(plannedMs, context.random) : later(askedMs, context.random)
  return { kind: 'retry', at: new Date(context.now.getTime() + waitMs), reason }
}

/** ±20 %, so that what failed together does not come back together. */
function spread(waitMs: number, random: number): number {
  return Math.round(waitMs * (1 - JITTER + 2 * JITTER * random))
}

/** Never sooner than the receiver asked for. */
function later(waitMs: number, random: number): number {
  return Math.round(waitMs * (1 + JITTER * random))
}
