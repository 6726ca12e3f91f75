import { expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { answerItemPoll } from '#lib/services/answer-item-poll.ts'
import { rotateFeedKey } from '#lib/services/rotate-feed-key.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import { drainBody, heapInUse } from '#tests/support/heap-in-use.ts'

const ITEMS = 100_000
/** A page of a thousand long items, read and written, with room to spare; the whole feed has some 40 MB. */
const MAX_GROWTH_BYTES = 24 * 1024 * 1024

test('a feed of 100,000 items leaves the memory as it was', { timeout: 120_000 }, async () => {
  const merchantId = await buildConnectedMerchant()
  const { key } = await rotateFeedKey(accessOf(merchantId))
  await prisma().$executeRaw`
    INSERT INTO item (merchant_id, item_id, description, price_minor)
    SELECT ${merchantId}, 'ITEM-' || lpad(n::text, 6, '0'), repeat('long ', 40), n
    FROM generate_series(1, ${ITEMS}::integer) AS n`
  // As PostgreSQL does by itself within a minute.
  await prisma().$executeRaw`ANALYZE item`
  const before = heapInUse()
  const { pieces, bytes, peak } = await drainBody((await poll(merchantId, key)).body)
  expect(pieces).toBeGreaterThan(ITEMS / 1_000)
  expect(bytes).toBeGreaterThan(ITEMS * 300)
  expect(peak - before).toBeLessThan(MAX_GROWTH_BYTES)
  const [entry] = await prisma().transmission.findMany({ where: { merchantId } })
  expect(entry).toMatchObject({ status: 'sent', description: `Item poll: ${ITEMS} items` })
})

function poll(merchantId: string, key: string): Promise<Response> {
  const headers = { authorization: null, ifNoneMatch: null, ifModifiedSince: null, userAgent: null }
  return answerItemPoll({ ...headers, merchantId, method: 'GET', key, since: null })
}
