import type { ClaimedAttempt, FinishedAttempt } from '#lib/db/attempts.ts'
import type { SendableTransmission } from '#lib/db/transmissions.ts'
import { standingAfter } from '#lib/domain/standing-after.ts'
import type { Answer } from '#lib/ontraport/answer.ts'
import { judgeAnswer } from '#lib/ontraport/judge-answer.ts'
import type { SendingConnection } from './load-connections.ts'

type AnsweredAttempt = {
  transmission: SendableTransmission
  attempt: ClaimedAttempt
  connection: SendingConnection
  answer: Answer
}

/** Judges an answer and says what it makes of the transmission. */
export function finishAttempt(answered: AnsweredAttempt, now: Date): FinishedAttempt {
  const { transmission, attempt, connection, answer } = answered
  const { type, scheduleStep } = transmission
  const { rules } = connection
  const outcome = judgeAnswer(answer, rules)
  const isAnswered = answer.kind === 'answered'
  return {
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
}
