import { prisma } from '#lib/db/client.ts'
import { loadFeedPage } from '#lib/db/item-feed.ts'
import { type FeedItem, toFeedItem } from '#lib/domain/item-feed.ts'
import { encodeItems } from '#lib/storefront/encode-items.ts'
import type { PollRecord } from './poll-record.ts'

const PAGE_SIZE = 1_000

type FeedRange = { merchantId: string; since: Date | null; now: Date }

/**
 * The feed as bytes. A page is read only when the caller takes it, so that a
 * long feed and a slow caller cost one page of memory and no connection.
 */
export function streamItems(range: FeedRange, record: PollRecord): ReadableStream<Uint8Array> {
  const pieces = encodeItems(readPages(range, record))
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await pieces.next().catch(async (error: unknown) => {
          await record.finish({ isComplete: false })
          throw error
        })
        if (piece.done) {
          await record.finish({ isComplete: true })
          return controller.close()
        }
        const bytes = encoder.encode(piece.value)
        record.note(bytes)
        controller.enqueue(bytes)
      },
      async cancel() {
        await pieces.return(undefined)
        await record.finish({ isComplete: false })
      },
    },
    // Nothing is read ahead.
    { highWaterMark: 0 },
  )
}

async function* readPages(
  { merchantId, since, now }: FeedRange,
  record: PollRecord,
): AsyncGenerator<FeedItem[]> {
  let after: string | null = null
  for (;;) {
    const query = { merchantId, since, now, after, limit: PAGE_SIZE }
    const page = await loadFeedPage(prisma(), query)
    record.countItems(page.length)
    yield page.map((item) => toFeedItem(item, now))
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE_SIZE) return
    after = last.itemId
  }
}
