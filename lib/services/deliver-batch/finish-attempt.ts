import type { ClaimedAttempt, FinishedAttempt } from '#lib/db/attempts.ts'
import type { SendableTransmission } from '#lib/db/transmissions.ts'
import type { Evidence } from '#lib/domain/circuit.ts'
import { standingAfter } from '#lib/domain/standing-after.ts'
import type { Outcome } from '#lib/domain/transmission.ts'
import type { Answer } from '#lib/ontraport/answer.ts'
import { judgeAnswer } from '#lib/ontraport/judge-answer.ts'
import type { SendingConnection } from './load-connections.ts'

type AnsweredAttempt = {
  transmission: SendableTransmission
  attempt: ClaimedAttempt
  connection: SendingConnection
  answer: Answer
}

/** Judges an answer and says what it makes of the transmission, and what it tells of the receiver. */
export function finishAttempt(
  answered: AnsweredAttempt,
  now: Date,
): { finished: FinishedAttempt; evidence: Evidence | null } {
  const { transmission, attempt, connection, answer } = answered
  const { type, scheduleStep } = transmission
  const { rules } = connection
  const outcome = judgeAnswer(answer, rules)
  const isAnswered = answer.kind === 'answered'
  const finished = {
    id: attempt.id,
    number: attempt.number,
    finishedAt: now.toISOString(),
    outcome: outcome.kind,
    responseCode: isAnswered ? answer.status : null,
    responseHeaders: isAnswered ? answer.headers : null,
    responseBody: isAnswered ? answer.body : null,
    isTruncated: isAnswered && answer.isTruncated,
    ...standingAfter(outcome, { type, scheduleStep, rules, now, random: Math.random() }),
  }
  const isOfReceiver = connection.target.kind === 'ontraport'
  return { finished, evidence: isOfReceiver ? toEvidence(attempt.id, outcome, now) : null }
}

function toEvidence(transmissionId: string, outcome: Outcome, at: Date): Evidence {
  return {
    transmissionId,
    isAlive: outcome.kind === 'accepted' || outcome.kind === 'refused',
    at,
    retryAfterMs: outcome.kind === 'unreachable' ? outcome.retryAfterMs : null,
  }
}
