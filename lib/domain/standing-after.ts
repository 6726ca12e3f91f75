import { type NextStep, nextStep } from './next-step.ts'
import type { RelayRules } from './relay-rules.ts'
import type { Outcome, ReasonCode, TransmissionType } from './transmission.ts'

/** Where a transmission stands once an attempt has ended. */
export type StandingAfter = {
  status: 'sent' | 'failed' | 'retrying' | 'unconfirmed' | 'queued'
  reason: string | null
  reasonCode: ReasonCode | null
  /** ISO 8601, for one that is tried again. */
  nextAttemptAt: string | null
  /** Where the retry schedule stands. */
  scheduleStep: number
}

export type EndedAttempt = {
  type: TransmissionType
  scheduleStep: number
  rules: Pick<RelayRules, 'onUnknown'>
  now: Date
  /** Evenly spread over [0, 1). */
  random: number
}

/** What an outcome makes of its transmission under the merchant's rules. */
export function standingAfter(outcome: Outcome, ended: EndedAttempt): StandingAfter {
  const { type, scheduleStep, rules, now, random } = ended
  const isRetriedAfterUnknown = rules.onUnknown === 'retry' || !MONEY_TYPES.has(type)
  const step = nextStep(outcome, { scheduleStep, isRetriedAfterUnknown, now, random })
  const isTry = !(outcome.kind === 'unreachable' && outcome.isPutOff === true)
  return {
    ...toStanding(step, CODES[outcome.kind]),
    scheduleStep: scheduleStep + (step.kind === 'retry' && isTry ? 1 : 0),
  }
}

/**
 * Where it stands instead while nobody answers: it waits for its turn, and the
 * try is not counted. What was refused, or waits for a person, stays as it is.
 */
export function standingWhileOpen(standing: StandingAfter, scheduleStep: number): StandingAfter {
  const isUnanswered = standing.status === 'retrying' || standing.status === 'failed'
  const isForThat = standing.reasonCode === 'unreachable' || standing.reasonCode === 'answer-lost'
  if (!isUnanswered || !isForThat) return standing
  return {
    status: 'queued',
    reason: standing.reason,
    reasonCode: 'backlog',
    nextAttemptAt: null,
    scheduleStep,
  }
}

/** Said twice, these would be booked twice. */
const MONEY_TYPES: ReadonlySet<TransmissionType> = new Set<TransmissionType>(['sale', 'refund'])

function toStanding(
  step: NextStep,
  reasonCode: ReasonCode | null,
): Omit<StandingAfter, 'scheduleStep'> {
  const rest = { reasonCode, nextAttemptAt: null }
  switch (step.kind) {
    case 'sent':
      return { ...rest, status: 'sent', reason: null }
    case 'failed':
      return { ...rest, status: 'failed', reason: step.reason }
    case 'unconfirmed':
      return { ...rest, status: 'unconfirmed', reason: step.reason }
    case 'retry':
      return {
        ...rest,
        status: 'retrying',
        reason: step.reason,
        nextAttemptAt: step.at.toISOString(),
      }
    case 'pause':
      return { ...rest, status: 'queued', reason: step.reason, reasonCode: 'connection-paused' }
  }
}

const CODES: Record<Outcome['kind'], ReasonCode | null> = {
  accepted: null,
  refused: 'refused',
  unreachable: 'unreachable',
  unknown: 'answer-lost',
}
