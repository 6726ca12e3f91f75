import { setTimeout as wait } from 'node:timers/promises'
import { type FinishedAttempt, recordAttempts } from '#lib/db/attempts.ts'
import { type Connection, findConnection, pauseConnection } from '#lib/db/connections.ts'
import { isDatabaseAway } from '#lib/db/database-away.ts'
import { inPipeline, type Sql } from '#lib/db/pipeline.ts'
import { lockStreams } from '#lib/db/streams.ts'
import { type SendableTransmission, streamKeyOfRow } from '#lib/db/transmissions.ts'
import type { Evidence } from '#lib/domain/circuit.ts'
import { standingWhileOpen } from '#lib/domain/standing-after.ts'
import { groupCommit } from '#lib/group-commit.ts'
import { madeAt } from '#lib/ids.ts'
import { logger } from '#lib/logger.ts'
import { observeAttempt, observeGroup } from '#lib/observe.ts'
import { advanceStreams } from './advance-streams.ts'
import { enqueueTransmissions } from './boss.ts'
import { type CircuitChange, settleCircuits } from './settle-circuits.ts'

/** One attempt that has ended, and what follows from it. */
export type EndedAttempt = {
  transmission: Pick<
    SendableTransmission,
    'id' | 'merchantId' | 'type' | 'streamKind' | 'reference' | 'scheduleStep' | 'isHistory'
  >
  finished: FinishedAttempt
  /** What it tells of the receiver; `null` for what never tried to reach it. */
  evidence: Evidence | null
  /** Whether a connection still sends the way that this attempt was sent. */
  isSentLike: (current: Connection) => boolean
}

const DATABASE_RETRY_MS = 500

/**
 * Commits what came of an attempt together with what follows from it. While
 * the database is away the answer is kept and recorded once it is back: an
 * answer that is known must not become an unknown one.
 */
export async function recordAttempt(ended: EndedAttempt): Promise<void> {
  for (;;) {
    try {
      await commitAttempt(ended)
      return
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      logger.warn({ id: ended.transmission.id }, 'attempt.kept')
      await wait(DATABASE_RETRY_MS)
    }
  }
}

const commitAttempt = groupCommit<EndedAttempt, null>(
  { maxItems: 200, maxGroups: 1 },
  async (group) => {
    observeGroup('attempts', group.length)
    const changes = await inPipeline((db) => commitGroup(db, group))
    for (const { merchantId, event, silentSince } of changes)
      logger.warn({ merchantId, silentSince }, event)
    for (const ended of group) report(ended)
    return group.map(() => null)
  },
)

function report({ transmission, finished }: EndedAttempt): void {
  const { id, number, outcome, status, finishedAt } = finished
  logger.info({ id, attempt: number, outcome, status }, 'attempt.finished')
  const delayMs = Date.parse(finishedAt) - madeAt(id).getTime()
  observeAttempt({
    type: transmission.type,
    outcome,
    delaySeconds: status === 'sent' ? delayMs / 1_000 : null,
  })
}

async function commitGroup(db: Sql, ended: readonly EndedAttempt[]): Promise<CircuitChange[]> {
  await lockStreams(db, keysOf(ended))
  const { openFor, changes } = await settleCircuits(db, ended)
  const group = ended.map((one) => (openFor(one.transmission) ? uncounted(one) : one))
  const moved = new Set(
    await recordAttempts(
      db,
      group.map(({ finished }) => finished),
    ),
  )
  const movedOn = group.filter(({ finished }) => moved.has(finished.id))
  await enqueueTransmissions(
    db,
    movedOn.flatMap(
      ({ transmission: { merchantId, isHistory }, finished: { id, nextAttemptAt } }) =>
        nextAttemptAt === null ? [] : [{ id, merchantId, isHistory, at: new Date(nextAttemptAt) }],
    ),
  )
  await advanceStreams(db, keysOf(movedOn.filter(hasEnded)))
  await pauseRefusedConnections(db, group)
  return changes
}

function uncounted(ended: EndedAttempt): EndedAttempt {
  const { finished, transmission } = ended
  const standing = standingWhileOpen(finished, transmission.scheduleStep)
  return { ...ended, finished: { ...finished, ...standing } }
}

function keysOf(group: readonly EndedAttempt[]) {
  return group.map(({ transmission }) => streamKeyOfRow(transmission))
}

function hasEnded({ finished }: EndedAttempt): boolean {
  return finished.status === 'sent' || finished.status === 'failed'
}

/**
 * A key that was turned away pauses its connection. When another key was saved
 * or the sandbox entered, left or told to answer otherwise while the answer was
 * on its way, the transmission goes out again as is right now.
 */
async function pauseRefusedConnections(db: Sql, group: readonly EndedAttempt[]): Promise<void> {
  for (const { transmission, finished, isSentLike } of group) {
    if (finished.reasonCode !== 'connection-paused') continue
    const { id, merchantId, isHistory } = transmission
    const current = await findConnection(db, merchantId)
    if (current === null || !isSentLike(current))
      await enqueueTransmissions(db, [{ id, merchantId, isHistory, at: null }])
    else if (await pauseFor(db, merchantId, finished))
      logger.warn({ merchantId }, 'connection.paused')
  }
}

function pauseFor(db: Sql, merchantId: string, finished: FinishedAttempt): Promise<boolean> {
  return pauseConnection(db, merchantId, finished.reason ?? '', new Date(finished.finishedAt))
}
