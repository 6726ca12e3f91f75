import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { loadArrivals } from '#lib/db/delivery-rhythm.ts'
import { newId } from '#lib/ids.ts'
import { startDraining } from '#lib/queue/start-draining.ts'
import { getRelayHealth } from '#lib/services/get-relay-health.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import {
  buildAttempt,
  buildTransmission,
  buildTransmissions,
} from '#tests/support/build-transmission.ts'

let merchantId: string
beforeEach(async () => {
  merchantId = await buildConnectedMerchant()
})

const NOW = new Date('2026-11-20T10:00:00Z')

function minutesAgo(minutes: number): Date {
  return new Date(NOW.getTime() - minutes * 60_000)
}

async function deliver(minutes: readonly number[], given: object = {}): Promise<void> {
  await prisma().delivery.createMany({
    data: minutes.map((ago) => ({
      id: newId(),
      merchantId,
      receivedAt: minutesAgo(ago),
      bodyBytes: 1,
      body: new Uint8Array([1]),
      ...given,
    })),
  })
}

function health(isSandbox = false) {
  return getRelayHealth(accessOf(merchantId, 'viewer'), { isSandbox, now: NOW })
}

describe('silence', () => {
  test('deliveries that came together are one arrival; refused ones and our own fetches are none', async () => {
    await deliver([0, 1, 8, 12, 60])
    await deliver([5], { error: 'malformed' })
    await deliver([30], { source: 'backfill' })
    const ago = (await loadArrivals(prisma(), merchantId)).map(
      (at) => (NOW.getTime() - at.getTime()) / 60_000,
    )
    expect(ago).toEqual([0, 12, 60])
  })

  test('a store that is quiet for much longer than it ever is, is noticed', async () => {
    await deliver(Array.from({ length: 40 }, (_, at) => 26 * 60 + at * 40))
    expect((await health()).storeSilence).toEqual({
      lastAt: minutesAgo(26 * 60).toISOString(),
      silentMinutes: 26 * 60,
      usualGapMinutes: 40,
    })
  })

  test('another store’s deliveries break no silence', async () => {
    await deliver(Array.from({ length: 40 }, (_, at) => 26 * 60 + at * 40))
    await deliver([0], { merchantId: await buildConnectedMerchant() })
    expect((await health()).storeSilence).not.toBeNull()
  })
})

describe('since when it works', () => {
  const sent = (minutes: number, given: object = {}) => ({
    merchantId,
    status: 'sent',
    createdAt: minutesAgo(minutes),
    finishedAt: minutesAgo(minutes - 1),
    ...given,
  })

  test('since the first message that was accepted after the last failure', async () => {
    await buildTransmissions(
      sent(500),
      { merchantId, status: 'failed', createdAt: minutesAgo(400) },
      sent(300),
      sent(200),
    )
    expect((await health()).workingSince).toBe(minutesAgo(299).toISOString())
  })

  test('not since ever, when the newest message is not through', async () => {
    await buildTransmissions(sent(500), {
      merchantId,
      status: 'retrying',
      createdAt: minutesAgo(5),
    })
    expect((await health()).workingSince).toBeNull()
  })

  test('the sandbox has a health of its own', async () => {
    await buildTransmissions(sent(500), {
      merchantId,
      status: 'failed',
      createdAt: minutesAgo(9),
      isSandbox: true,
    })
    expect((await health()).workingSince).toBe(minutesAgo(499).toISOString())
    expect((await health(true)).workingSince).toBeNull()
  })
})

test('what waits is told with the age of the oldest', async () => {
  await buildTransmissions(
    { merchantId, status: 'queued', createdAt: minutesAgo(30) },
    { merchantId, status: 'retrying', createdAt: minutesAgo(90) },
    { merchantId, status: 'queued', createdAt: minutesAgo(600), isSandbox: true },
  )
  expect(await health()).toMatchObject({
    oldestWaitingAt: minutesAgo(90).toISOString(),
    lastPoll: null,
  })
})

describe('what piled up', () => {
  const pileUp = (count: number) =>
    buildTransmissions(
      ...Array.from({ length: count }, (_, index) => ({
        ...{ merchantId, status: 'queued', reasonCode: 'backlog', reference: `ORDER-${index}` },
        createdAt: minutesAgo(60 - index / 10),
      })),
    )
  const drain = () =>
    inTransaction((db) => startDraining(db, merchantId, NOW)).then(() => undefined)

  test('goes out ten a second by the receiver, and the end is told', async () => {
    await pileUp(100)
    expect((await health()).backlog).toBeNull()
    await drain()
    expect((await health()).backlog).toEqual({
      count: 100,
      endsAt: minutesAgo(-10 / 60).toISOString(),
    })
    expect((await health(true)).backlog).toBeNull()
  })

  test('goes out by the API as its calls are allowed: 150 a minute, as many a message as of late', async () => {
    await pileUp(100)
    await drain()
    await prisma().connection.update({ where: { merchantId }, data: { way: 'rest' } })
    // Three calls a message, before any has been told.
    expect((await health()).backlog?.endsAt).toBe(minutesAgo(-2).toISOString())
    const told = await buildTransmission({ merchantId, status: 'sent', createdAt: minutesAgo(1) })
    await buildAttempt(told, { number: 1, outcome: 'accepted', calls: [{}, {}, {}, {}, {}, {}] })
    expect((await health()).backlog?.endsAt).toBe(minutesAgo(-4).toISOString())
  })

  test('has no end in sight while the connection is paused', async () => {
    await pileUp(3)
    await drain()
    await prisma().connection.update({ where: { merchantId }, data: { pausedAt: NOW } })
    expect((await health()).backlog).toBeNull()
  })
})
