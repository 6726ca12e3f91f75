import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RemovedTexts } from '#lib/domain/retention.ts'
import { anOrder, refundedOrder } from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

const DAY_MS = 24 * 60 * 60_000
let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld([['start-date', 'none']])
})

beforeEach(async () => {
  await world.reset()
  const { prisma } = await import('#lib/db/client.ts')
  await prisma().dailyRun.deleteMany()
  await prisma().retention.deleteMany()
})

afterAll(() => world.close())

async function remove(now = new Date()) {
  const { removeExpired } = await import('#lib/services/remove-expired.ts')
  return removeExpired(now)
}

/** Gives everything that is in the log now the age of so many days: its ids and its deliveries' are of that time. */
async function age(days: number, merchantId = 'DEMO'): Promise<void> {
  const { prisma } = await import('#lib/db/client.ts')
  const msecs = Date.now() - days * DAY_MS
  await prisma().$queryRaw`SELECT ensure_partitions(${new Date(msecs)}::timestamptz, 0)::text`
  const rows = await prisma().transmission.findMany({ where: { merchantId } })
  for (const { id, deliveryId } of rows) await rename(id, v7({ msecs }), deliveryId)
}

async function rename(id: string, to: string, deliveryId: string | null): Promise<void> {
  const { prisma } = await import('#lib/db/client.ts')
  await prisma()
    .$executeRaw`UPDATE transmission SET id = ${to}::uuid, delivery_id = ${to}::uuid WHERE id = ${id}::uuid`
  await prisma()
    .$executeRaw`UPDATE transmission_body SET transmission_id = ${to}::uuid WHERE transmission_id = ${id}::uuid`
  await prisma()
    .$executeRaw`UPDATE attempt SET transmission_id = ${to}::uuid WHERE transmission_id = ${id}::uuid`
  await prisma().$executeRaw`UPDATE delivery SET id = ${to}::uuid WHERE id = ${deliveryId}::uuid`
}

async function partitions(): Promise<string[]> {
  const { prisma } = await import('#lib/db/client.ts')
  const rows = await prisma().$queryRaw<{ name: string }[]>`
    SELECT inhrelid::regclass::text AS name FROM pg_inherits`
  return rows.map(({ name }) => name)
}

async function addSecondMerchant(retention: { bodyDays: number; rowMonths: number }) {
  const { prisma } = await import('#lib/db/client.ts')
  await prisma().merchant.upsert({
    where: { id: 'OTHER' },
    create: { id: 'OTHER', name: 'Other' },
    update: {},
  })
  await prisma().retention.create({ data: { merchantId: 'OTHER', ...retention } })
}

test('texts go after their days; the row stays, says so, and cannot be sent again', async () => {
  const { services } = world
  await world.deliver(['order_create', anOrder()])
  await world.drain()
  await age(91)
  expect(await remove()).toMatchObject({ bodyCount: 1, deliveryCount: 1, rowCount: 0 })
  const [row] = await world.log()
  expect(row).toMatchObject({
    status: 'sent',
    removed: { why: 'retention' } satisfies Partial<RemovedTexts>,
  })
  const detail = await world.detail(row?.id ?? '')
  expect(detail).toMatchObject({
    request: null,
    snapshot: null,
    response: { code: 200, body: '', headers: {} },
    attempts: [{ request: null, responseBody: null, outcome: 'accepted' }],
  })
  const resend = { id: row?.id ?? '', mode: 'original', nonce: 'n', isSentAllowed: true } as const
  await expect(services.resendTransmission(world.access, resend)).rejects.toThrow(/nothing to send/)
})

test('what is younger keeps its texts', async () => {
  await world.deliver(['order_create', anOrder()])
  await world.drain()
  await age(89)
  expect(await remove()).toMatchObject({ bodyCount: 0, deliveryCount: 0, rowCount: 0 })
})

test.each(['held', 'queued', 'sending', 'retrying', 'unconfirmed'])(
  'what is %s keeps everything, however old',
  async (status) => {
    const { prisma } = await import('#lib/db/client.ts')
    await world.deliver(['order_create', anOrder()])
    await age(3_000)
    await prisma().transmission.updateMany({ data: { status } })
    expect(await remove()).toMatchObject({
      bodyCount: 0,
      deliveryCount: 0,
      rowCount: 0,
      droppedMonths: [],
    })
    expect((await world.detail((await world.log())[0]?.id ?? '')).request).not.toBeNull()
  },
)

test('a month that nobody keeps is dropped whole, and a late refund of its order is still right', async () => {
  const order = anOrder()
  await world.deliver(['order_create', order])
  await world.drain()
  await age(800)
  const month = new Date(Date.now() - 800 * DAY_MS).toISOString().slice(0, 7).replace('-', '_')
  expect(await remove()).toMatchObject({
    droppedMonths: expect.arrayContaining([month]),
    rowCount: 0,
  })
  expect((await partitions()).filter((name) => name.endsWith(month))).toEqual([])
  expect(await world.log()).toEqual([])
  world.ontraport.received.length = 0
  expect(await world.deliver(['order_create', order])).toMatchObject({ unchanged: 1 })
  await world.deliver(['order_refund', refundedOrder(order, 10)])
  await world.drain()
  expect(await world.log()).toMatchObject([{ type: 'refund', status: 'sent', amountCents: 1_000 }])
  expect(world.ontraport.received).toHaveLength(1)
})

test('a merchant with a shorter time loses rows in batches while the month stays for others', async () => {
  const { saveRetention } = await import('#lib/services/save-retention.ts')
  await addSecondMerchant({ bodyDays: 90, rowMonths: 60 })
  await saveRetention(world.access, { bodyDays: 30, rowMonths: 3 })
  await world.deliver(
    ...Array.from(
      { length: 3 },
      () => ['order_create', anOrder()] as [string, ReturnType<typeof anOrder>],
    ),
  )
  await world.drain()
  await age(200)
  const removed = await remove()
  expect(removed).toMatchObject({ rowCount: 3, droppedMonths: [] })
  expect(await world.log()).toEqual([])
})

test('an order skipped long ago whose row is gone stands in the log again once it is due', async () => {
  const order = anOrder({ payment: { test_order: true } })
  await world.deliver(['order_create', order])
  await age(800)
  await remove()
  await world.services.setRelayRules(world.access, [['test-orders', 'send']])
  await world.deliver(['order_update', order])
  await world.drain()
  await world.services.setRelayRules(world.access, [['test-orders', 'skip']])
  expect(await world.log()).toMatchObject([{ type: 'sale', status: 'sent' }])
})

test('it runs once a day, and once of several at a time', async () => {
  const now = new Date()
  const runs = await Promise.all([remove(now), remove(now), remove(now)])
  expect(runs.filter((run) => run !== null)).toHaveLength(1)
  expect(await remove(new Date(now.getTime() + 60 * 60_000))).toBeNull()
  expect(await remove(new Date(now.getTime() + DAY_MS))).not.toBeNull()
})

test('a run that died is taken up an hour later', async () => {
  const { prisma } = await import('#lib/db/client.ts')
  const { claimDailyRun } = await import('#lib/db/daily-runs.ts')
  const now = new Date()
  expect(await claimDailyRun(prisma(), 'retention', now)).toBe(true)
  expect(await remove(new Date(now.getTime() + 59 * 60_000))).toBeNull()
  expect(await remove(new Date(now.getTime() + 61 * 60_000))).not.toBeNull()
})

test('only an owner changes it, within bounds, and it stands in the audit trail', async () => {
  const { prisma } = await import('#lib/db/client.ts')
  const { getRetention } = await import('#lib/services/get-retention.ts')
  const { saveRetention } = await import('#lib/services/save-retention.ts')
  const chosen = { bodyDays: 45, rowMonths: 13 }
  await expect(saveRetention({ ...world.access, role: 'editor' }, chosen)).rejects.toThrow(/owner/)
  await expect(saveRetention(world.access, { ...chosen, bodyDays: 1 })).rejects.toThrow(/days/)
  expect(await getRetention(world.access)).toEqual({ bodyDays: 90, rowMonths: 24 })
  await saveRetention(world.access, chosen)
  expect(await getRetention(world.access)).toEqual(chosen)
  expect(
    await prisma().auditEntry.findFirst({
      where: { action: 'retention.changed' },
      orderBy: { id: 'desc' },
    }),
  ).toMatchObject({ actor: world.access.actor, details: { bodyDays: 45, bodyDaysBefore: 90 } })
})
