import { type Claim, type ClaimedAttempt, claimTransmissions } from '#lib/db/attempts.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { direct, inPipeline } from '#lib/db/pipeline.ts'
import { lockStreams } from '#lib/db/streams.ts'
import {
  failUncomposable,
  loadSendable,
  markWaiting,
  type SendableTransmission,
  streamKeyOfRow,
} from '#lib/db/transmissions.ts'
import { logger } from '#lib/logger.ts'
import { recordAttempt } from '#lib/queue/record-attempt.ts'
import { admit } from './deliver-batch/admit.ts'
import { composeRequests } from './deliver-batch/compose-requests.ts'
import { finishAttempt } from './deliver-batch/finish-attempt.ts'
import { handOver } from './deliver-batch/hand-over.ts'
import { loadConnections, type SendingConnection } from './deliver-batch/load-connections.ts'
import { putOff } from './deliver-batch/put-off.ts'
import { isSameTarget, type SendLimits, shownUrl, targetOf } from './deliver-batch/target.ts'

/** A transmission with all that its sending needs. */
type Ready = { transmission: SendableTransmission; connection: SendingConnection; claim: Claim }

/**
 * Sends the transmissions that are due among these, each at most once at a
 * time: their attempts are committed before the first byte leaves, and their
 * outcomes with what follows from them. Ids that are not due (sent already,
 * not the head of their stream, paused, held back while nobody answers, waiting
 * for their portion, made on the other side of the sandbox) are passed over, so a
 * job that comes twice does no harm.
 */
export async function deliverBatch(
  transmissionIds: readonly string[],
  limits: SendLimits = {},
): Promise<void> {
  const ends = await startDeliveries(transmissionIds, limits)
  await Promise.all(ends.values())
}

/** The same, but returns once the attempts are committed, with the end of each message that is on its way. */
export async function startDeliveries(
  transmissionIds: readonly string[],
  limits: SendLimits = {},
): Promise<Map<string, Promise<void>>> {
  const transmissions = await loadSendable(direct(), transmissionIds)
  const connections = await loadConnections(transmissions.map((row) => row.merchantId))
  const due = await admit(await setAside(transmissions, connections), connections)
  const ready = await prepare(due, connections)
  const attempts = new Map((await claim(ready)).map((attempt) => [attempt.id, attempt]))
  return new Map(
    ready.flatMap((one) => {
      const attempt = attempts.get(one.transmission.id)
      return attempt === undefined ? [] : [[attempt.id, send(one, attempt, limits)] as const]
    }),
  )
}

/** Notes on what cannot go out now why it waits, and gives the others. */
async function setAside(
  transmissions: readonly SendableTransmission[],
  connections: ReadonlyMap<string, SendingConnection>,
): Promise<SendableTransmission[]> {
  const isWaiting = (row: SendableTransmission) =>
    row.isOfOtherSide || !connections.has(row.merchantId)
  const able = transmissions.filter((row) => !isWaiting(row))
  const waiting = idsOf(transmissions.filter(isWaiting))
  if (waiting.length > 0) await inTransaction((db) => markWaiting(db, waiting))
  await putOff(able.filter((row) => row.isHeldBack))
  return able.filter((row) => !row.isHeldBack && !row.isForLaterPortion)
}

function idsOf(rows: readonly SendableTransmission[]): string[] {
  return rows.map((row) => row.id)
}

async function prepare(
  transmissions: readonly SendableTransmission[],
  connections: ReadonlyMap<string, SendingConnection>,
): Promise<Ready[]> {
  const composed = await composeRequests(transmissions, connections)
  const ready: Ready[] = []
  for (const transmission of transmissions) {
    const request = composed.get(transmission.id)
    const connection = connections.get(transmission.merchantId)
    if (request === undefined || connection === undefined) continue
    if (request.kind === 'impossible') {
      logger.error({ id: transmission.id, err: request.error }, 'transmission.failed')
      await failUncomposable(prisma(), transmission.id)
      continue
    }
    const url = shownUrl(connection.target)
    ready.push({ transmission, connection, claim: { id: transmission.id, url, ...request.parts } })
  }
  return ready
}

async function claim(ready: readonly Ready[]): Promise<ClaimedAttempt[]> {
  if (ready.length === 0) return []
  return inPipeline(async (db) => {
    // In this order: a claim is made under the lock of its stream.
    const [, attempts] = await Promise.all([
      lockStreams(
        db,
        ready.map(({ transmission }) => streamKeyOfRow(transmission)),
      ),
      claimTransmissions(
        db,
        ready.map((one) => one.claim),
        new Date(),
      ),
    ])
    return attempts
  })
}

async function send(ready: Ready, attempt: ClaimedAttempt, limits: SendLimits): Promise<void> {
  const { transmission, connection, claim } = ready
  const { request } = claim
  const handed = await handOver({ transmission, attempt, connection, request }, limits)
  await recordAttempt({
    transmission,
    ...finishAttempt({ transmission, attempt, connection, ...handed }, new Date()),
    isSentLike: (current) => isSameTarget(targetOf(current), connection.target),
  })
}
