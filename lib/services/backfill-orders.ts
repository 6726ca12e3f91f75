import { type Db, inTransaction, prisma } from '#lib/db/client.ts'
import { type Connection, findConnection } from '#lib/db/connections.ts'
import {
  delayBackfill,
  endBackfill,
  findOrderBackfill,
  lockBackfillPlace,
  noteBackfillPage,
  type OrderBackfillRow,
} from '#lib/db/order-backfills.ts'
import { ultraCartTurn } from '#lib/db/ultracart-turn.ts'
import type { OrderSnapshot } from '#lib/domain/snapshot.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { logger } from '#lib/logger.ts'
import { enqueueOrderBackfill } from '#lib/queue/boss.ts'
import { recordFetchedOrders } from '#lib/queue/record-fetched-orders.ts'
import { packDelivery } from '#lib/queue/take-delivery.ts'
import { ordersCall, readOrdersPage } from '#lib/ultracart/read-orders-page.ts'
import type { Page } from '#lib/ultracart/read-page.ts'
import { callUltraCart } from '#lib/ultracart/rest-client.ts'
import { settleAnswer, type Wait } from '#lib/ultracart/settle-answer.ts'

/** A job may come a moment early by another clock. */
const EARLY_MS = 1_000
const PATIENCE_MS = 2_000
/** Leaves a part of the calls of each hour to others, and lets sales of today go out in between. */
const PAUSE_MS = 5_000

/**
 * Goes on with a merchant's backfill by one page: fetches it, records its
 * orders by the way of the webhooks together with its own place, and makes the
 * job for the next. What UltraCart or the network does ends here as a delay,
 * or ends the run with a sentence; a process that dies in between repeats the
 * page, which tells nothing twice. Without a run that is due it does nothing.
 */
export async function backfillOrders(merchantId: string): Promise<void> {
  const run = await findOrderBackfill(prisma(), merchantId)
  if (run?.state !== 'running' || run.nextCallAt.getTime() > Date.now() + EARLY_MS) return
  const connection = await findConnection(prisma(), merchantId)
  const simpleKey = connection?.simpleKey ?? null
  if (connection === null || simpleKey === null)
    return fail(run, 'There is no simple key: enter it, then start again.')
  const { periodFrom: from, periodTo: to, nextOffset: offset } = run
  const call = ordersCall({ from, to, offset })
  const result = await ultraCartTurn.take(
    () => callUltraCart({ ...call, baseUrl: env.ULTRACART_URL, simpleKey }),
    { patienceMs: PATIENCE_MS },
  )
  await settleAnswer(result, {
    failedTries: run.failedTries,
    turn: ultraCartTurn,
    keep: (body) => keep(run, connection, body),
    delay: (wait) => delay(run, wait),
    fail: (message) => fail(run, message),
  })
}

async function keep(
  run: OrderBackfillRow,
  connection: Connection,
  body: Record<string, unknown>,
): Promise<void> {
  const page = readPage(run, body)
  if (typeof page === 'string') return fail(run, page)
  const envelope = await packDelivery({
    connection,
    source: 'backfill',
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify(body)),
  })
  const delivery = { ...envelope, snapshots: page.snapshots, ignoredCount: page.faults.length }
  await inTransaction(async (db) => {
    if (!(await lockBackfillPlace(db, run))) return
    await notePage(db, run, page, await recordFetchedOrders(db, delivery))
  })
}

type Counts = Awaited<ReturnType<typeof recordFetchedOrders>>

async function notePage(
  db: Db,
  run: OrderBackfillRow,
  page: Page<OrderSnapshot>,
  counts: Counts,
): Promise<void> {
  const { nextOffset, totalCount, faults } = page
  const now = new Date()
  const nextCallAt = new Date(now.getTime() + PAUSE_MS)
  const message = nextOffset === null ? sayMissing(run, page) : null
  const progress = { nextOffset, totalCount, counts, faults, nextCallAt, message }
  await noteBackfillPage(db, run, progress, now)
  if (nextOffset !== null) await enqueueOrderBackfill(db, run.merchantId, nextCallAt)
  logger.info({ merchantId: run.merchantId, ...counts, nextOffset }, 'orders.backfilled')
}

/** Pages shift when orders are deleted meanwhile, so the count is held against UltraCart's at the end. */
function sayMissing(run: OrderBackfillRow, page: Page<OrderSnapshot>): string | null {
  const came = run.nextOffset + page.snapshots.length + page.faults.length
  const total = page.totalCount ?? run.totalCount ?? came
  return came >= total
    ? null
    : `UltraCart spoke of ${total} orders, ${came} came. Run it once more: what is here is not told twice.`
}

function readPage(
  run: OrderBackfillRow,
  body: Record<string, unknown>,
): Page<OrderSnapshot> | string {
  try {
    return readOrdersPage(body, { merchantId: run.merchantId, offset: run.nextOffset })
  } catch (error) {
    if (error instanceof AppError) return error.publicMessage
    throw error
  }
}

async function delay(run: OrderBackfillRow, wait: Wait): Promise<void> {
  await inTransaction(async (db) => {
    if (await delayBackfill(db, run, wait))
      await enqueueOrderBackfill(db, run.merchantId, wait.until)
  })
  logger.info({ merchantId: run.merchantId, ...wait }, 'backfill.delayed')
}

async function fail(run: OrderBackfillRow, message: string): Promise<void> {
  await endBackfill(prisma(), run, { state: 'failed', message, now: new Date() })
  logger.warn({ merchantId: run.merchantId, message }, 'backfill.failed')
}
