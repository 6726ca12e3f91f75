import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { type Db, inTransaction } from '#lib/db/client.ts'
import { type Connection, getConnection, saveConnection } from '#lib/db/connections.ts'
import { beginOrderBackfill } from '#lib/db/order-backfills.ts'
import type { Access } from '#lib/domain/access.ts'
import { readIsoMoment } from '#lib/domain/iso-moment.ts'
import type { BackfillRequest } from '#lib/domain/order-backfill.ts'
import { AppError } from '#lib/errors.ts'
import { newId } from '#lib/ids.ts'
import { enqueueOrderBackfill } from '#lib/queue/boss.ts'

/**
 * Starts fetching the orders of a period from UltraCart, in the relay's
 * process; each goes the way of a webhook, so what was told before is not told
 * again and orders before the start date are skipped. `malformed` for a period
 * that is none; `conflict` without a simple key, under the pixel method, and
 * while a run is under way.
 */
export async function startOrderBackfill(
  access: Access,
  { from, to, isStartDateMoved }: BackfillRequest,
): Promise<void> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const startedAt = new Date()
  const period = readPeriod(from, to, startedAt)
  await inTransaction(async (db) => {
    const connection = await getConnection(db, merchantId)
    requireReady(connection)
    if (isStartDateMoved) await moveStartDate(db, access, connection, period.periodFrom)
    if (!(await beginOrderBackfill(db, { merchantId, runId: newId(), startedAt, ...period })))
      throw new AppError('conflict', 'A backfill is under way already.')
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'order-backfill.started',
      details: { from: period.periodFrom.toISOString(), to: period.periodTo.toISOString() },
    })
    await enqueueOrderBackfill(db, merchantId, null)
  })
}

/** Before that there was no UltraCart; a year that was typed half would ask for all orders there are. */
const EARLIEST = Date.UTC(1996, 0)

function readPeriod(from: string, to: string, now: Date) {
  const [first, last] = [readIsoMoment(from), readIsoMoment(to)]
  if (first === null || last === null)
    throw new AppError('malformed', 'Choose the first and the last day of the period.')
  const [fromMs, toMs] = [first.getTime(), Math.min(last.getTime(), now.getTime())]
  if (fromMs < EARLIEST) throw new AppError('malformed', 'The period begins too long ago.')
  if (fromMs >= toMs)
    throw new AppError('malformed', 'The period must begin before it ends, and not in the future.')
  return { periodFrom: new Date(fromMs), periodTo: new Date(toMs) }
}

function requireReady({ simpleKey, method }: Connection): void {
  if (simpleKey === null) throw new AppError('conflict', 'Enter the simple key of UltraCart first.')
  if (method === 'pixel')
    throw new AppError(
      'conflict',
      'Under the Partner Tracking Pixel method the buyer’s browser tells ONTRAPORT of a sale, so there is nothing to send for past orders.',
    )
}

async function moveStartDate(
  db: Db,
  { merchantId, actor }: Access,
  { rules }: Connection,
  to: Date,
): Promise<void> {
  if (rules.startDate === null || Date.parse(rules.startDate) <= to.getTime()) return
  const startDate = to.toISOString()
  await saveConnection(db, merchantId, { rules: { ...rules, startDate } })
  await insertAuditEntry(db, {
    merchantId,
    actor,
    action: 'rules.changed',
    details: { 'start-date': startDate },
  })
}
