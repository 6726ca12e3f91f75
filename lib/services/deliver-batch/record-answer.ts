import { setTimeout as wait } from 'node:timers/promises'
import { type ClaimedAttempt, type FinishedAttempt, recordAttempts } from '#lib/db/attempts.ts'
import { type Db, inTransaction } from '#lib/db/client.ts'
import { findConnection, pauseConnection } from '#lib/db/connections.ts'
import { isDatabaseAway } from '#lib/db/database-away.ts'
import { lockExistingStreams } from '#lib/db/streams.ts'
import { type SendableTransmission, streamKeyOfRow } from '#lib/db/transmissions.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { groupCommit } from '#lib/group-commit.ts'
import { logger } from '#lib/logger.ts'
import type { Answer } from '#lib/ontraport/answer.ts'
import { advanceStreams } from '#lib/queue/advance-streams.ts'
import { enqueueTransmissions } from '#lib/queue/boss.ts'
import { finishAttempt } from './finish-attempt.ts'
import { isSameTarget, type Target, targetOf } from './target.ts'

/** One attempt whose answer is known. */
export type AnsweredAttempt = {
  transmission: Pick<
    SendableTransmission,
    'id' | 'merchantId' | 'type' | 'streamKind' | 'reference' | 'scheduleStep'
  >
  attempt: Pick<ClaimedAttempt, 'id' | 'number'>
  connection: { rules: RelayRules; target: Target | null }
  answer: Answer
  finishedAt: Date
}

const DATABASE_RETRY_MS = 500

/**
 * Commits what came of an attempt together with what follows from it. While
 * the database is away the answer is kept and recorded once it is back: an
 * answer that is known must not become an unknown one.
 */
export async function recordAnswer(answered: AnsweredAttempt): Promise<void> {
  for (;;) {
    try {
      await commitAnswer(answered)
      return
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      logger.warn({ id: answered.attempt.id }, 'attempt.kept')
      await wait(DATABASE_RETRY_MS)
    }
  }
}

const commitAnswer = groupCommit<AnsweredAttempt, null>(
  { maxItems: 200, maxGroups: 2 },
  async (group) => {
    const finished = group.map(finishAttempt)
    await inTransaction((db) => commitGroup(db, group, finished))
    for (const { id, number, outcome, status } of finished)
      logger.info({ id, attempt: number, outcome, status }, 'attempt.finished')
    return group.map(() => null)
  },
)

async function commitGroup(
  db: Db,
  group: readonly AnsweredAttempt[],
  finished: readonly FinishedAttempt[],
): Promise<void> {
  await lockExistingStreams(
    db,
    group.map(({ transmission }) => streamKeyOfRow(transmission)),
  )
  const moved = new Set(await recordAttempts(db, finished))
  const movedOn = finished.filter((row) => moved.has(row.id))
  await enqueueTransmissions(
    db,
    movedOn.flatMap((row) =>
      row.nextAttemptAt === null ? [] : [{ id: row.id, at: new Date(row.nextAttemptAt) }],
    ),
  )
  const ended = new Set(
    movedOn.filter((row) => row.status === 'sent' || row.status === 'failed').map((row) => row.id),
  )
  await advanceStreams(
    db,
    group
      .filter(({ transmission }) => ended.has(transmission.id))
      .map(({ transmission }) => streamKeyOfRow(transmission)),
  )
  await pauseRefusedConnections(db, group, finished)
}

/**
 * A key that was turned away pauses its connection. When another key was saved
 * or the sandbox entered, left or told to answer otherwise while the answer was
 * on its way, the transmission goes out again as is right now.
 */
async function pauseRefusedConnections(
  db: Db,
  group: readonly AnsweredAttempt[],
  finished: readonly FinishedAttempt[],
): Promise<void> {
  const refused = new Map(
    finished.filter((row) => row.reasonCode === 'connection-paused').map((row) => [row.id, row]),
  )
  for (const { transmission, connection, finishedAt } of group) {
    const row = refused.get(transmission.id)
    if (row === undefined) continue
    const current = await findConnection(db, transmission.merchantId)
    if (current === null || !isSameTarget(targetOf(current), connection.target))
      await enqueueTransmissions(db, [{ id: transmission.id, at: null }])
    else if (await pauseConnection(db, transmission.merchantId, row.reason ?? '', finishedAt))
      logger.warn({ merchantId: transmission.merchantId }, 'connection.paused')
  }
}
