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
import {
  holdUltraCartCalls,
  inUltraCartTurn,
  type TurnResult,
  type WaitReason,
} from '#lib/db/ultracart-turn.ts'
import { nextSyncDelay } from '#lib/domain/item-sync.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { logger } from '#lib/logger.ts'
import { enqueueItemSync } from '#lib/queue/boss.ts'
import { type ItemsPage, itemsCall, readItemsPage } from '#lib/ultracart/read-items-page.ts'
import { callUltraCart, type RestAnswer } from '#lib/ultracart/rest-client.ts'

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
  const result = await inUltraCartTurn(
    () => callUltraCart({ ...call, baseUrl: env.ULTRACART_URL, simpleKey }),
    { patienceMs: PATIENCE_MS },
  )
  await settle(run, result)
}

async function settle(run: ItemSyncRow, result: TurnResult<RestAnswer>): Promise<void> {
  if (result.kind === 'wait')
    return delay(run, {
      delayMs: result.waitMs,
      message: WAIT_WORDS[result.why],
      isFault: false,
    })
  const answer = result.value
  switch (answer.kind) {
    case 'answered':
      return keep(run, answer.body)
    case 'refused':
      return fail(run, answer.reason)
    case 'throttled':
      return tryAgain(run, answer.reason, { askedMs: answer.retryAfterMs, isForAll: true })
    case 'unavailable':
      return tryAgain(run, answer.reason, { askedMs: null, isForAll: false })
  }
}

const WAIT_WORDS: Record<WaitReason, string> = {
  'another-call': 'Waits for another call to UltraCart to end.',
  'asked-to-wait': 'UltraCart wants fewer calls for a while; the sync goes on by itself.',
  'hourly-limit': 'UltraCart allows 1,000 calls an hour; the sync goes on by itself.',
  'daily-limit': 'UltraCart allows 10,000 calls a day; the sync goes on by itself.',
}

async function keep(run: ItemSyncRow, body: Record<string, unknown>): Promise<void> {
  const page = readPage(run, body)
  if (typeof page === 'string') return fail(run, page)
  const { items, nextOffset, totalCount, faults } = page
  const now = new Date()
  const seenCount = items.length + faults.length
  await inTransaction(async (db) => {
    const isOurs = await noteSyncPage(db, run, { nextOffset, seenCount, totalCount, faults }, now)
    if (!isOurs) return
    await saveItemSnapshots(db, items)
    if (nextOffset !== null) await enqueueItemSync(db, run.merchantId, null)
  })
  logger.info({ merchantId: run.merchantId, seenCount, nextOffset }, 'items.synced')
}

function readPage(run: SyncPlace, body: Record<string, unknown>): ItemsPage | string {
  try {
    return readItemsPage(body, { merchantId: run.merchantId, offset: run.nextOffset })
  } catch (error) {
    if (error instanceof AppError) return error.publicMessage
    throw error
  }
}

async function tryAgain(
  run: ItemSyncRow,
  reason: string,
  { askedMs, isForAll }: { askedMs: number | null; isForAll: boolean },
): Promise<void> {
  const next = nextSyncDelay(run.failedTries + 1, askedMs)
  if (next.kind === 'give-up') return fail(run, reason)
  if (isForAll) await holdUltraCartCalls(prisma(), new Date(Date.now() + next.delayMs))
  await delay(run, { delayMs: next.delayMs, message: reason, isFault: true })
}

async function delay(
  run: ItemSyncRow,
  { delayMs, message, isFault }: { delayMs: number; message: string; isFault: boolean },
): Promise<void> {
  const until = new Date(Date.now() + delayMs)
  await inTransaction(async (db) => {
    if (await delaySync(db, run, { until, message, isFault }))
      await enqueueItemSync(db, run.merchantId, until)
  })
  logger.info({ merchantId: run.merchantId, message, until }, 'sync.delayed')
}

async function fail(run: ItemSyncRow, message: string): Promise<void> {
  await endSync(prisma(), run, { state: 'failed', message, now: new Date() })
  logger.warn({ merchantId: run.merchantId, message }, 'sync.failed')
}
