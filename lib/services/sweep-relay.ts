import type { FinishedAttempt } from '#lib/db/attempts.ts'
import { adoptForeignCircuits } from '#lib/db/circuits.ts'
import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { countClosedHours } from '#lib/db/log-hours.ts'
import { ensurePartitions } from '#lib/db/partitions.ts'
import { closeSandboxTransmissions } from '#lib/db/sandbox.ts'
import { type AbandonedTransmission, findAbandoned } from '#lib/db/transmissions.ts'
import { type LostAnswerRules, lostAnswerRules } from '#lib/domain/connection.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import { standingAfter } from '#lib/domain/standing-after.ts'
import { logger } from '#lib/logger.ts'
import { enqueueOverdue } from '#lib/queue/enqueue-overdue.ts'
import { recordAttempt } from '#lib/queue/record-attempt.ts'

/** A call takes 20 s at most, one of the API with the wait for its turn 23 s, and its record a moment; after this its process must be dead. */
const ABANDONED_AFTER_MS = 30_000
const BATCH_SIZE = 500

/**
 * Finds what slipped through: attempts whose process died before the answer
 * was recorded (their outcome is unknown, and the relay rules say what
 * follows), and heads that are due but have no job. Also keeps the log's
 * figures up to date. Safe to run at any time
 * and in several processes at once.
 */
export async function sweepRelay(now: Date): Promise<{ abandoned: number; overdue: number }> {
  await ensurePartitions(prisma(), now)
  const abandoned = await settleAbandoned(now)
  // A delivery or an answer under way while its store went live can leave something behind.
  await closeSandboxTransmissions(prisma(), null)
  await adoptForeignCircuits(prisma(), now)
  const overdue = await enqueueOverdue(prisma(), now)
  await countClosedHours(now)
  if (abandoned + overdue > 0) logger.warn({ abandoned, overdue }, 'relay.swept')
  return { abandoned, overdue }
}

async function settleAbandoned(now: Date): Promise<number> {
  const before = new Date(now.getTime() - ABANDONED_AFTER_MS)
  const rows = await findAbandoned(prisma(), { before, limit: BATCH_SIZE })
  await Promise.all(
    rows.map(async (transmission) => {
      const connection = await findConnection(prisma(), transmission.merchantId)
      const rules =
        connection === null
          ? DEFAULT_RELAY_RULES
          : lostAnswerRules(connection.way === 'rest', connection.rules)
      const finished = finishAbandoned(transmission, rules, now)
      await recordAttempt({ transmission, finished, evidence: null, isSentLike: () => true })
    }),
  )
  return rows.length
}

function finishAbandoned(
  { id, attemptCount, type, scheduleStep }: AbandonedTransmission,
  rules: LostAnswerRules,
  now: Date,
): FinishedAttempt {
  const reason = 'The relay was stopped before it could record the answer.'
  return {
    id,
    number: attemptCount,
    finishedAt: now.toISOString(),
    outcome: 'unknown',
    responseCode: null,
    responseHeaders: null,
    responseBody: null,
    isTruncated: false,
    ...standingAfter(
      { kind: 'unknown', reason },
      { type, scheduleStep, rules, now, random: Math.random() },
    ),
  }
}
