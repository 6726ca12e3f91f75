import { prisma } from '#lib/db/client.ts'
import { countFeedRefusal, isFeedKey } from '#lib/db/feed-keys.ts'
import { loadFeedState } from '#lib/db/item-feed.ts'
import { orUnavailable } from '#lib/db/or-unavailable.ts'
import { checkMerchantId } from '#lib/domain/account-fields.ts'
import { AppError } from '#lib/errors.ts'
import { logger } from '#lib/logger.ts'
import { ITEM_FEED_DIALECT } from '#lib/storefront/encode-items.ts'
import {
  isUnchanged,
  type PollRequest,
  readFeedKeys,
  readSince,
} from '#lib/storefront/read-poll.ts'
import { PollRecord } from './answer-item-poll/poll-record.ts'
import { streamItems } from './answer-item-poll/stream-items.ts'

/**
 * Answers a poll of the item feed: 200 with the XML as a stream, 304 when the
 * caller's ETag or date is still the present one; a HEAD gets the headers
 * alone. Every poll is in the log once its answer is complete, or broken off.
 *
 * Throws `AppError`: `unauthorized` for a wrong key and for an unknown
 * merchant alike, which is counted and not logged; `malformed` for a `since`
 * that is no time; `unavailable` while the database is away.
 */
export function answerItemPoll(request: PollRequest, now: Date = new Date()): Promise<Response> {
  return orUnavailable(() => answer(request, now))
}

async function answer(request: PollRequest, now: Date): Promise<Response> {
  await requireFeedKey(request, now)
  const since = await readOrRecord(request, now)
  const state = await loadFeedState(prisma(), request.merchantId, now)
  const etag = `W/"${ITEM_FEED_DIALECT}-${state.version}"`
  const headers = {
    ETag: etag,
    'Last-Modified': state.lastModifiedAt.toUTCString(),
    'Cache-Control': 'private, no-cache',
    'Content-Type': 'application/xml; charset=utf-8',
  }
  const status = isUnchanged(request, { etag, lastModifiedAt: state.lastModifiedAt }) ? 304 : 200
  const record = new PollRecord(request, { now, since, status, headers })
  if (status === 200 && request.method === 'GET') {
    const items = streamItems({ merchantId: request.merchantId, since, now }, record)
    return new Response(items, { status, headers })
  }
  await record.finish({ isComplete: true })
  return new Response(null, { status, headers })
}

/** ONTRAPORT would ask the same way again and again, so the merchant has to see it. */
async function readOrRecord(request: PollRequest, now: Date): Promise<Date | null> {
  try {
    return readSince(request.since)
  } catch (error) {
    if (error instanceof AppError) {
      const record = new PollRecord(request, { now, since: null, status: 400, headers: {} })
      await record.finish({ isComplete: true, refusal: error.publicMessage })
    }
    throw error
  }
}

async function requireFeedKey(request: PollRequest, now: Date): Promise<void> {
  const { merchantId } = request
  if (checkMerchantId(merchantId) !== null) throw keyRefused()
  const keys = readFeedKeys(request)
  if (await isFeedKey(prisma(), { merchantId, keys, now })) return
  // Not waited for: the time to count must not tell which merchants there are.
  countFeedRefusal(prisma(), merchantId, now).catch((error: unknown) =>
    logger.warn({ err: error }, 'poll.uncounted'),
  )
  throw keyRefused()
}

function keyRefused(): AppError {
  return new AppError(
    'unauthorized',
    'The feed key is missing or wrong. It is made on the Products page; send it as ?key=, or as the Basic user or password.',
  )
}
