import type { ClaimedAttempt, FinishedAttempt } from '#lib/db/attempts.ts'
import type { SendableTransmission } from '#lib/db/transmissions.ts'
import type { Evidence } from '#lib/domain/circuit.ts'
import { lostAnswerRules } from '#lib/domain/connection.ts'
import { standingAfter } from '#lib/domain/standing-after.ts'
import type { Outcome } from '#lib/domain/transmission.ts'
import type { Answer } from '#lib/ontraport/answer.ts'
import type { HandedOver } from './hand-over.ts'
import type { SendingConnection } from './load-connections.ts'
import { isByCalls, isInside } from './target.ts'

type AnsweredAttempt = {
  transmission: SendableTransmission
  attempt: ClaimedAttempt
  connection: SendingConnection
} & HandedOver

/** Says what an outcome makes of the transmission, and what it tells of the receiver. */
export function finishAttempt(
  answered: AnsweredAttempt,
  now: Date,
): { finished: FinishedAttempt; evidence: Evidence | null } {
  const { transmission, attempt, connection, answer, outcome } = answered
  const { type, scheduleStep } = transmission
  const rules = lostAnswerRules(isByCalls(connection.target), connection.rules)
  const isAnswered = answer?.kind === 'answered'
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
  const isTelling = isEvidence(connection, answer)
  return { finished, evidence: isTelling ? toEvidence(attempt.id, outcome, now) : null }
}

/** The limit of calls is no silence, and the sandbox is not ONTRAPORT. */
function isEvidence({ target }: SendingConnection, answer: Answer | null): boolean {
  if (isInside(target) || answer === null) return false
  return !(target.kind === 'api' && answer.kind === 'answered' && answer.status === 429)
}

function toEvidence(transmissionId: string, outcome: Outcome, at: Date): Evidence {
  return {
    transmissionId,
    isAlive: outcome.kind === 'accepted' || outcome.kind === 'refused',
    at,
    retryAfterMs: outcome.kind === 'unreachable' ? outcome.retryAfterMs : null,
  }
}
