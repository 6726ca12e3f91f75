import type { FinishedAttempt } from '#lib/db/attempts.ts'
import { type NextStep, nextStep } from '#lib/domain/next-step.ts'
import type { Outcome, ReasonCode } from '#lib/domain/transmission.ts'
import { judgeAnswer } from '#lib/ontraport/judge-answer.ts'
import type { AnsweredAttempt } from './record-answer.ts'

/** Judges an answer and says what it makes of the transmission. */
export function finishAttempt(answered: AnsweredAttempt): FinishedAttempt {
  const { transmission, attempt, connection, answer, finishedAt } = answered
  const outcome = judgeAnswer(answer, connection.rules)
  const step = nextStep(outcome, {
    scheduleStep: transmission.scheduleStep,
    isRetriedAfterUnknown:
      connection.rules.onUnknown === 'retry' || !MONEY_TYPES.has(transmission.type),
    now: finishedAt,
    random: Math.random(),
  })
  const isAnswered = answer.kind === 'answered'
  return {
    id: attempt.id,
    number: attempt.number,
    finishedAt: finishedAt.toISOString(),
    outcome: outcome.kind,
    responseCode: isAnswered ? answer.status : null,
    responseHeaders: isAnswered ? answer.headers : null,
    responseBody: isAnswered ? answer.body : null,
    isTruncated: isAnswered && answer.isTruncated,
    scheduleStep: transmission.scheduleStep + (step.kind === 'retry' ? 1 : 0),
    ...standingAfter(step, outcome),
  }
}

/** Said twice, these would be booked twice. */
const MONEY_TYPES = new Set(['sale', 'refund'])

type StandingAfter = Pick<FinishedAttempt, 'status' | 'reason' | 'reasonCode' | 'nextAttemptAt'>

function standingAfter(step: NextStep, outcome: Outcome): StandingAfter {
  const rest = { reasonCode: CODES[outcome.kind], nextAttemptAt: null }
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
