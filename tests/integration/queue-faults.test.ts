import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Db } from '#lib/db/client.ts'
import { anOrder, refundedOrder } from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

beforeEach(() => world.reset())

/** No look at anything slower than the database is in it. */
const ACKNOWLEDGED_WITHIN_MS = 2_000

test('a job that comes twenty times at once, and once more afterwards, sends one message', async () => {
  await world.deliver(['order_create', anOrder()])
  const { id } = await world.onlyRow()
  await Promise.all(Array.from({ length: 20 }, () => world.services.deliverBatch([id])))
  await world.services.deliverBatch([id, id])
  expect(world.ontraport.received).toHaveLength(1)
  expect((await world.detail(id)).attempts).toHaveLength(1)
})

test('a job whose transmission is gone is passed over, and takes nothing with it', async () => {
  await world.deliver(['order_create', anOrder()])
  const { id } = await world.onlyRow()
  await world.services.deliverBatch(['01934f6e-0000-7000-8000-000000000000', id])
  expect(await world.onlyRow()).toMatchObject({ status: 'sent' })
})

test('an answer that is recorded twice leaves one attempt, and nothing goes out again', async () => {
  const { recordAttempt } = await import('#lib/queue/record-attempt.ts')
  await world.deliver(['order_create', anOrder()])
  await world.drain()
  const row = await world.onlyRow()
  await recordAttempt({
    transmission: {
      ...row,
      merchantId: world.access.merchantId,
      streamKind: 'order',
      scheduleStep: 0,
      isHistory: false,
    },
    finished: {
      id: row.id,
      number: 1,
      finishedAt: new Date().toISOString(),
      outcome: 'unknown',
      responseCode: null,
      responseHeaders: null,
      responseBody: null,
      isTruncated: false,
      status: 'retrying',
      reason: 'late',
      reasonCode: 'answer-lost',
      nextAttemptAt: new Date().toISOString(),
      scheduleStep: 1,
    },
    isSentLike: () => true,
    evidence: null,
  })
  expect(await world.onlyRow()).toMatchObject({
    status: 'sent',
    attemptCount: 1,
    nextAttemptAt: null,
  })
})

test('an answer of characters that no column holds is recorded all the same, and the sale is not sent again', async () => {
  const body = `Success \0 \uFFFF \u0001 ${'é'.repeat(40_000)}`
  world.ontraport.respond({ kind: 'status', status: 200, body, headers: { 'x-odd': 'caf\u00e9' } })
  await world.deliver(['order_create', anOrder()])
  await world.drain()
  await world.drain()
  expect(await world.onlyRow()).toMatchObject({ status: 'sent', attemptCount: 1 })
  expect(world.ontraport.received).toHaveLength(1)
})

test('fifty notices of one refund at once make one refund', async () => {
  const order = anOrder()
  await world.deliver(['order_create', order])
  await Promise.all(
    Array.from({ length: 50 }, () => world.deliver(['order_refund', refundedOrder(order, 10)])),
  )
  await world.drain()
  expect((await world.log()).map((row) => [row.type, row.status])).toEqual([
    ['sale', 'sent'],
    ['refund', 'sent'],
  ])
  expect(world.ontraport.received).toHaveLength(2)
})

test('a webhook is acknowledged at once while ONTRAPORT hangs', async () => {
  let release = () => {}
  world.ontraport.respond({ kind: 'after', until: new Promise<void>((go) => (release = go)) })
  await world.deliver(['order_create', anOrder()])
  const sending = world.drain()
  await world.ontraport.waitFor(1)
  const began = performance.now()
  await world.deliver(['order_create', anOrder()])
  expect(performance.now() - began).toBeLessThan(ACKNOWLEDGED_WITHIN_MS)
  release()
  await sending
})

test('a message that is found paused while the pause is being lifted stays where the lifting put it', async () => {
  const { inTransaction, prisma } = await import('#lib/db/client.ts')
  const { moveToBacklog } = await import('#lib/db/backlog.ts')
  const { pauseConnection, unpauseConnection } = await import('#lib/db/connections.ts')
  const { markWaiting } = await import('#lib/db/transmissions.ts')
  const { merchantId } = world.access
  await world.deliver(['order_create', anOrder()])
  const { id } = await world.onlyRow()
  await pauseConnection(prisma(), merchantId, 'ONTRAPORT turned the key away', new Date())
  let marking: Promise<void> | undefined
  await inTransaction(async (db) => {
    await unpauseConnection(db, merchantId)
    await moveToBacklog(db, [id])
    marking ??= inTransaction((other) => markWaiting(other, [id]))
    await expect.poll(() => countWaitingForLocks(db)).toBe(1)
  })
  await marking
  expect(await world.onlyRow()).toMatchObject({ status: 'queued', reasonCode: 'backlog' })
})

async function countWaitingForLocks(db: Pick<Db, '$queryRaw'>): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return row?.count ?? 0
}
