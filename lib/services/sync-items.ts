import { inTransaction, prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import {
  delaySync,
  endSync,
  findItemSync,
  type ItemSyncRow,
  noteSyncPage,
  type SyncPlace,
} from '#lib/db/item-syncs.ts'
import { saveItemSnapshots } from '#lib/db/products.ts'
import { ultraCartTurn } from '#lib/db/ultracart-turn.ts'
import { noteSeenItems, retireVanishedItems } from '#lib/db/vanished-items.ts'
import { SAMPLE_ITEMS } from '#lib/domain/sample-items.ts'
import type { ItemSnapshot } from '#lib/domain/snapshot.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { logger } from '#lib/logger.ts'
import { enqueueItemSync } from '#lib/queue/boss.ts'
import { itemsCall, readItemsPage } from '#lib/ultracart/read-items-page.ts'
import type { Page } from '#lib/ultracart/read-page.ts'
import { callUltraCart } from '#lib/ultracart/rest-client.ts'
import { settleAnswer, type Wait } from '#lib/ultracart/settle-answer.ts'

/** The sample store's own; UltraCart never had them. */
const SAMPLE_IDS = SAMPLE_ITEMS.map((item) => item.itemId)
/** A job may come a moment early by another clock. */
const EARLY_MS = 1_000
const PATIENCE_MS = 2_000

/**
 * Goes on with a merchant's sync by one page: fetches it, keeps its items and
 * its place in one transaction, and makes the job for the next. What UltraCart
 * or the network does ends here as a delay, or ends the run with a sentence;
 * a process that dies in between repeats the page. Without a run that is due
 * it does nothing.
 */
export async function syncItems(merchantId: string): Promise<void> {
  const run = await findItemSync(prisma(), merchantId)
  if (run?.state !== 'running' || run.nextCallAt.getTime() > Date.now() + EARLY_MS) return
  const connection = await findConnection(prisma(), merchantId)
  const simpleKey = connection?.simpleKey ?? null
  if (simpleKey === null) return fail(run, 'There is no simple key: enter it, then start again.')
  const call = itemsCall({ offset: run.nextOffset, since: run.changedSince })
  const result = await ultraCartTurn.take(
    () => callUltraCart({ ...call, baseUrl: env.ULTRACART_URL, simpleKey }),
    { patienceMs: PATIENCE_MS },
  )
  await settleAnswer(result, {
    failedTries: run.failedTries,
    turn: ultraCartTurn,
    keep: (body) => keep(run, body),
    delay: (wait) => delay(run, wait),
    fail: (message) => fail(run, message),
  })
}

async function keep(run: ItemSyncRow, body: Record<string, unknown>): Promise<void> {
  const page = readPage(run, body)
  if (typeof page === 'string') return fail(run, page)
  const { snapshots: items, nextOffset, totalCount, faults } = page
  const now = new Date()
  const seenCount = items.length + faults.length
  await inTransaction(async (db) => {
    const isOurs = await noteSyncPage(db, run, { nextOffset, seenCount, totalCount, faults }, now)
    if (!isOurs) return
    await saveItemSnapshots(db, items)
    await noteSeenItems(
      db,
      run,
      items.map((item) => item.itemId),
    )
    if (nextOffset !== null) await enqueueItemSync(db, run.merchantId, null)
    else await retireVanishedItems(db, run, { lastTotalCount: totalCount, exceptIds: SAMPLE_IDS })
  })
  logger.info({ merchantId: run.merchantId, seenCount, nextOffset }, 'items.synced')
}

function readPage(run: SyncPlace, body: Record<string, unknown>): Page<ItemSnapshot> | string {
  try {
    return readItemsPage(body, { merchantId: run.merchantId, offset: run.nextOffset })
  } catch (error) {
    if (error instanceof AppError) return error.publicMessage
    throw error
  }
}

async function delay(run: ItemSyncRow, wait: Wait): Promise<void> {
  await inTransaction(async (db) => {
    if (await delaySync(db, run, wait)) await enqueueItemSync(db, run.merchantId, wait.until)
  })
  logger.info({ merchantId: run.merchantId, ...wait }, 'sync.delayed')
}

async function fail(run: ItemSyncRow, message: string): Promise<void> {
  await endSync(prisma(), run, { state: 'failed', message, now: new Date() })
  logger.warn({ merchantId: run.merchantId, message }, 'sync.failed')
}
