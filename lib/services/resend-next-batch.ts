import { insertAuditEntry } from '#lib/db/audit.ts'
import {
  type ItemOutcome,
  loadNextItems,
  noteItemOutcomes,
  type PlacedItem,
} from '#lib/db/bulk-resend-items.ts'
import {
  type BulkResendRow,
  lockRunningBulkResend,
  moveBulkResend,
  noteBulkStep,
} from '#lib/db/bulk-resends.ts'
import { type Db, inTransaction } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { lockStreams } from '#lib/db/streams.ts'
import { insertResendClick, loadSendable, streamKeyOfRow } from '#lib/db/transmissions.ts'
import { whyOvertaken } from '#lib/domain/bulk-resend.ts'
import { logger } from '#lib/logger.ts'
import { enqueueBulkResend } from '#lib/queue/boss.ts'
import { queueAgain } from '#lib/queue/queue-again.ts'

/** Ten a second leave room for the sales of today, and ONTRAPORT its breath. */
const BATCH_SIZE = 10
const PAUSE_MS = 1_000
/** A job may come a moment early by another clock. */
const EARLY_MS = 500
const WAIT_MS = 15_000

/**
 * Goes on with a merchant's bulk resend by one batch, in one transaction with
 * its own place and the job for the next: a process that dies in between
 * leaves nothing done twice. While the connection cannot send, the run waits.
 * Without a run that is due it does nothing.
 */
export async function resendNextBatch(merchantId: string, now: Date = new Date()): Promise<void> {
  await inTransaction(async (db) => {
    const run = await lockRunningBulkResend(db, merchantId)
    if (run === null || run.nextStepAt.getTime() > now.getTime() + EARLY_MS) return
    const obstacle = await findObstacle(db, merchantId)
    if (obstacle === null) await takeBatch(db, run, now)
    else await waitFor(db, run, obstacle, now)
  })
}

async function findObstacle(db: Db, merchantId: string): Promise<string | null> {
  const connection = await findConnection(db, merchantId)
  if (connection?.pausedAt != null)
    return 'ONTRAPORT turned the key away. The run goes on once a working key is saved.'
  const hasTarget = connection !== null && (connection.isSandbox || connection.apiKey !== null)
  return hasTarget ? null : 'There is no ONTRAPORT key yet. The run goes on once one is saved.'
}

async function takeBatch(db: Db, run: BulkResendRow, now: Date): Promise<void> {
  const { runId, nextPlace } = run
  const items = await loadNextItems(db, { runId, nextPlace, limit: BATCH_SIZE })
  const outcomes = await resendItems(db, run, items)
  await noteItemOutcomes(db, runId, outcomes)
  const queued = outcomes.filter(({ outcome }) => outcome === 'queued').length
  const step = {
    nextPlace: (items.at(-1)?.place ?? nextPlace) + 1,
    queued,
    leftOut: outcomes.length - queued,
    nextStepAt: new Date(now.getTime() + PAUSE_MS),
    message: null,
  }
  const noted = await noteBulkStep(db, runId, step)
  if (items.length < BATCH_SIZE) await finish(db, noted, now)
  else await enqueueBulkResend(db, run.merchantId, step.nextStepAt)
}

async function waitFor(db: Db, run: BulkResendRow, message: string, now: Date): Promise<void> {
  const { runId, nextPlace, merchantId } = run
  const nextStepAt = new Date(now.getTime() + WAIT_MS)
  await noteBulkStep(db, runId, { nextPlace, queued: 0, leftOut: 0, nextStepAt, message })
  await enqueueBulkResend(db, merchantId, nextStepAt)
}

/** All streams are locked at once, in the order in which everybody locks. */
async function resendItems(
  db: Db,
  run: BulkResendRow,
  items: readonly PlacedItem[],
): Promise<ItemOutcome[]> {
  const ids = items.map((item) => item.id)
  await lockStreams(db, (await loadSendable(db, ids)).map(streamKeyOfRow))
  const present = new Map((await loadSendable(db, ids)).map((row) => [row.id, row]))
  const outcomes: ItemOutcome[] = []
  for (const item of items) {
    const row = present.get(item.id)
    const why = row === undefined ? 'nothing-to-send' : whyOvertaken(item, row)
    outcomes.push({ place: item.place, outcome: why ?? (await resendItem(db, run, item)) })
  }
  return outcomes
}

async function resendItem(
  db: Db,
  { merchantId, mode, nonce }: BulkResendRow,
  { id, status }: PlacedItem,
): Promise<ItemOutcome['outcome']> {
  const click = { merchantId, nonce: `${nonce}/${id}`, transmissionId: id }
  if (!(await insertResendClick(db, click))) return 'clicked-already'
  const isSentAllowed = status === 'sent'
  const again = await queueAgain(db, { id, mode, isSentAllowed, trigger: 'bulk' })
  return again.kind === 'queued' ? 'queued' : again.why
}

async function finish(db: Db, run: BulkResendRow, now: Date): Promise<void> {
  const { merchantId, runId, startedBy, queuedCount, leftOutCount } = run
  await moveBulkResend(db, merchantId, { from: ['running'], to: 'done', now })
  const details = { runId, queuedCount, leftOutCount }
  await insertAuditEntry(db, {
    merchantId,
    actor: startedBy,
    action: 'bulk-resend.finished',
    details,
  })
  logger.info({ merchantId, ...details }, 'bulk-resend.finished')
}
