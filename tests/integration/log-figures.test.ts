import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { countLog } from '#lib/db/log-figures.ts'
import { countClosedHours } from '#lib/db/log-hours.ts'
import type { Access } from '#lib/domain/access.ts'
import { TRANSMISSION_STATUSES, TRANSMISSION_TYPES } from '#lib/domain/transmission.ts'
import { getLogFigures } from '#lib/services/get-log-figures.ts'
import { buildMerchant } from '#tests/support/build-merchant.ts'
import { buildTransmissions } from '#tests/support/build-transmission.ts'

const HOUR_MS = 60 * 60 * 1_000
const now = new Date()
const thisHour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)

let merchantId: string
let access: Access
beforeEach(async () => {
  merchantId = await buildMerchant()
  access = { merchantId, role: 'viewer', actor: 'vera@example.com' }
})

function hoursAgo(hours: number): Date {
  return new Date(now.getTime() - hours * HOUR_MS)
}

const status = fc.constantFrom(...TRANSMISSION_STATUSES)
const step = fc.oneof(
  fc.record({
    kind: fc.constant('arrive' as const),
    hours: fc.double({ min: 0, max: 30, noNaN: true }),
    type: fc.constantFrom(...TRANSMISSION_TYPES),
    status,
    isSandbox: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('change' as const), index: fc.nat(), status, tookMs: fc.nat(9e5) }),
  fc.record({ kind: fc.constant('drop' as const), index: fc.nat() }),
  fc.record({ kind: fc.constant('count' as const) }),
)

test('the hours’ counts and the rest of the log are the plain count, whatever changes late', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.nat({ max: 28 }),
      async (steps, back) => {
        merchantId = await buildMerchant()
        await prisma().transmissionHour.deleteMany()
        await prisma().transmissionHourMark.deleteMany()
        await prisma().transmissionHourProgress.updateMany({
          data: { countedUntil: new Date(thisHour.getTime() - back * HOUR_MS) },
        })
        await live(steps)
        for (const isSandbox of [false, true])
          for (const edges of [hourEdges, halfHourEdges])
            expect(await counted(isSandbox, edges)).toEqual(await plain(isSandbox, edges))
      },
    ),
    { numRuns: 30 },
  )
})

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

async function live(steps: readonly Step[]): Promise<void> {
  const ids: string[] = []
  const at = (index: number) => ids[index % Math.max(ids.length, 1)] ?? ''
  for (const taken of steps) {
    if (taken.kind === 'count') await countClosedHours(now)
    else if (taken.kind === 'arrive') {
      const { hours, type, status, isSandbox } = taken
      const createdAt = hoursAgo(hours)
      ids.push(...(await buildTransmissions({ merchantId, type, status, isSandbox, createdAt })))
    } else if (ids.length > 0 && taken.kind === 'change')
      await prisma().$executeRaw`
        UPDATE transmission SET status = ${taken.status},
          finished_at = created_at + make_interval(secs => ${taken.tookMs / 1_000}::double precision)
        WHERE id = ${at(taken.index)}::uuid`
    else if (ids.length > 0 && taken.kind === 'drop')
      await prisma().$executeRaw`DELETE FROM transmission WHERE id = ${at(taken.index)}::uuid`
  }
  await countClosedHours(now)
}

/** From a moment within an hour to one after now, by the hour between. */
const hourEdges = [
  hoursAgo(29.5),
  ...Array.from(
    { length: 28 },
    (_, index) => new Date(thisHour.getTime() - (28 - index) * HOUR_MS),
  ),
  thisHour,
  new Date(now.getTime() + 60_000),
]

/** As the days and hours of India lie, some of them. */
const halfHourEdges = hourEdges.flatMap((edge, index) => {
  const isInner = index > 0 && index < hourEdges.length - 1
  if (isInner && index % 3 === 0) return []
  return [isInner ? new Date(edge.getTime() - HOUR_MS / 2) : edge]
})

async function counted(isSandbox: boolean, edges: readonly Date[]) {
  const { counts, delays } = await countLog(prisma(), {
    merchantId,
    isSandbox,
    edges,
    type: null,
    statuses: [],
  })
  const order = (left: object, right: object) =>
    JSON.stringify(left) < JSON.stringify(right) ? -1 : 1
  return {
    counts: counts
      .map(({ slot, type, status, count }) => ({ slot, type, status, count }))
      .sort(order),
    delays: delays.reduce((sum, { count }) => sum + count, 0),
  }
}

async function plain(isSandbox: boolean, edges: readonly Date[]) {
  const rows = await prisma().transmission.findMany({ where: { merchantId, isSandbox } })
  const inside = rows.filter((row) => row.createdAt >= (edges[0] ?? now))
  const slots = inside.map(({ createdAt, type, status }) => ({
    slot: edges.findLastIndex((edge) => edge <= createdAt),
    type,
    status,
  }))
  const names = [...new Set(slots.map((slot) => JSON.stringify(slot)))]
  const counts = names
    .map((name) => ({
      ...JSON.parse(name),
      count: slots.filter((slot) => JSON.stringify(slot) === name).length,
    }))
    .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))
  const sent = inside.filter((row) => row.status === 'sent' && row.finishedAt !== null)
  return { counts, delays: sent.length }
}

describe('what the figures say', () => {
  test('half of the orders were faster than the median, 95 of 100 than the other figure', async () => {
    const createdAt = hoursAgo(3)
    await buildTransmissions(
      ...Array.from({ length: 20 }, (_, index) => ({
        merchantId,
        status: 'sent',
        createdAt,
        finishedAt: new Date(createdAt.getTime() + (index < 18 ? 400 : 60_000)),
      })),
    )
    await countClosedHours(now)
    const figures = await getLogFigures(access, everything)
    expect(figures.medianDelayMs).toBeGreaterThan(350)
    expect(figures.medianDelayMs).toBeLessThan(450)
    expect(figures.p95DelayMs).toBeGreaterThan(53_000)
    expect(figures.p95DelayMs).toBeLessThan(67_000)
  })

  test('what waited for its payment counts from its release on, as an hour’s count and as a row', async () => {
    const hour = new Date(thisHour.getTime() - 20 * HOUR_MS)
    const releasedAt = hoursAgo(2)
    await buildTransmissions({
      merchantId,
      status: 'sent',
      createdAt: new Date(hour.getTime() + HOUR_MS / 2),
      releasedAt,
      finishedAt: new Date(releasedAt.getTime() + 400),
    })
    await countClosedHours(now)
    const [first = now, last = now] = everything.edges
    for (const edges of [
      [first, last],
      [first, new Date(hour.getTime() + 1), last],
    ]) {
      const { p95DelayMs } = await getLogFigures(access, { ...everything, edges })
      expect(p95DelayMs).toBeGreaterThan(350)
      expect(p95DelayMs).toBeLessThan(450)
    }
  })

  test('a store without transmissions has no delay and nothing that waits', async () => {
    expect(await getLogFigures(access, everything)).toEqual({
      counts: [],
      medianDelayMs: null,
      p95DelayMs: null,
      oldestWaitingAt: null,
    })
  })

  test('the oldest that waits is one that waits to go out, of this side', async () => {
    await buildTransmissions(
      { merchantId, status: 'queued', createdAt: hoursAgo(5), isSandbox: true },
      { merchantId, status: 'held', createdAt: hoursAgo(4) },
      { merchantId, status: 'retrying', createdAt: hoursAgo(2) },
      { merchantId, status: 'queued', createdAt: hoursAgo(1) },
    )
    const { oldestWaitingAt } = await getLogFigures(access, everything)
    expect(oldestWaitingAt).toBe(hoursAgo(2).toISOString())
  })

  test('only the type and the statuses asked for are counted', async () => {
    await buildTransmissions(
      { merchantId, type: 'refund', status: 'failed', createdAt: hoursAgo(3) },
      { merchantId, type: 'refund', status: 'sent', createdAt: hoursAgo(3) },
      { merchantId, type: 'sale', status: 'failed' },
    )
    await countClosedHours(now)
    const { counts } = await getLogFigures(access, {
      ...everything,
      type: 'refund',
      statuses: ['failed', 'unconfirmed'],
    })
    expect(counts).toEqual([{ slot: 0, type: 'refund', status: 'failed', count: 1 }])
  })

  test('edges that make no stretch are the caller’s fault', async () => {
    for (const wrong of [[], [now], [now, hoursAgo(1)], [now, now]])
      await expect(getLogFigures(access, { ...everything, edges: wrong })).rejects.toMatchObject({
        code: 'malformed',
      })
  })
})

const everything = {
  isSandbox: false,
  edges: [hoursAgo(40), new Date(now.getTime() + 60_000)],
  type: null,
  statuses: [],
}
