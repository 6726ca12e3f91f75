import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { anOrder } from '#tests/support/build-order.ts'
import { type Behaviour, status } from '#tests/support/ontraport-behaviour.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

beforeEach(() => world.reset())

/** In place of the 20 s that a call may take. */
const limits = { totalTimeoutMs: 400 }
const HOUR_SECONDS = 3_600
const DAY_SECONDS = 24 * HOUR_SECONDS

/** One order whose message meets this receiver. */
async function meet(behaviour: Behaviour): Promise<TransmissionRow> {
  world.ontraport.respond(behaviour)
  await world.deliver(['order_create', anOrder()])
  const [row] = await world.log()
  await world.services.deliverBatch([row?.id ?? ''], limits)
  const [after] = await world.log()
  if (after === undefined) throw new Error('The log is empty.')
  return after
}

const waitSeconds = (row: TransmissionRow): number =>
  (Date.parse(row.nextAttemptAt ?? '') - Date.now()) / 1_000

describe('an answer that is lost is retried after half a minute', () => {
  test.each<[string, Behaviour, string]>([
    ['hangs before the head', { kind: 'hang-before-headers' }, 'no answer came within 0.4 seconds'],
    ['is cut before the message is read', { kind: 'cut', when: 'before-reading' }, 'cut'],
    ['is cut once the message is read', { kind: 'cut', when: 'after-reading' }, 'cut'],
    ['is cut within the head', { kind: 'cut', when: 'within-head' }, 'cut'],
    ['has 100,000 headers', { kind: 'many-headers', count: 100_000 }, 'too long to be read'],
    ['is not HTTP', { kind: 'invalid-http' }, 'not HTTP'],
    ['is a fault of theirs', status(500), 'HTTP 500'],
    ['is that they gave up waiting', status(408), 'HTTP 408'],
  ])('one that %s', async (_, behaviour, words) => {
    const row = await meet(behaviour)
    expect(row).toMatchObject({ status: 'retrying', reasonCode: 'answer-lost', attemptCount: 1 })
    expect(row.reason).toContain(words)
    expect(waitSeconds(row)).toBeGreaterThan(15)
    expect(waitSeconds(row)).toBeLessThan(37)
  })

  test('one that is cut while the message is still being sent', async () => {
    world.ontraport.respond({ kind: 'cut', when: 'within-request' })
    await world.deliver(['order_create', anOrder()])
    const [row] = await world.log()
    await world.makeLong(row?.id ?? '', 5_000_000)
    await world.services.deliverBatch([row?.id ?? ''], limits)
    expect(await world.log()).toMatchObject([{ status: 'retrying', reasonCode: 'answer-lost' }])
  })
})

test('a receiver that refuses the connection is tried again, and nothing has left', async () => {
  const { env } = await import('#lib/env.ts')
  const there = env.ONTRAPORT_URL
  env.ONTRAPORT_URL = 'http://127.0.0.1:1'
  try {
    expect(await meet({ kind: 'accept' })).toMatchObject({
      status: 'retrying',
      reasonCode: 'unreachable',
      reason: '127.0.0.1:1 refused the connection.',
      responseCode: null,
    })
  } finally {
    env.ONTRAPORT_URL = there
  }
})

describe('an answer whose head says accepted is accepted, however its body ends', () => {
  test.each<[string, Behaviour]>([
    ['hangs after the head', { kind: 'hang-after-headers' }],
    ['drips for ever', { kind: 'slow-drip', everyMs: 5 }],
    ['is cut within its body', { kind: 'cut', when: 'within-body' }],
  ])('one that %s', async (_, behaviour) => {
    const row = await meet(behaviour)
    expect(row).toMatchObject({ status: 'sent', responseCode: 200 })
    expect((await world.detail(row.id)).response).toMatchObject({ isTruncated: true })
  })

  test('one of a gigabyte, of which 64 KiB are read and kept', async () => {
    const written = { bytes: 0 }
    const before = process.memoryUsage().rss
    const row = await meet({ kind: 'endless', bytes: 2 ** 30, written })
    expect(row).toMatchObject({ status: 'sent', responseCode: 200 })
    expect((await world.detail(row.id)).response?.body).toHaveLength(64 * 1024)
    expect(written.bytes).toBeLessThan(32 * 2 ** 20)
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 2 ** 20)
  })
})

describe('a refusal fails and says why', () => {
  test.each([
    ['to itself', () => `${world.ontraport.url}/receivers/ultracart.php`],
    ['to loopback', () => 'http://127.0.0.1:22/'],
    ['to the metadata of a cloud', () => 'http://169.254.169.254/latest/meta-data/'],
  ])('a redirect %s is shown and not followed', async (_, target) => {
    const location = target()
    const row = await meet({ kind: 'redirect', location })
    expect(row).toMatchObject({ status: 'failed', responseCode: 302, nextAttemptAt: null })
    expect(row.reason).toContain(location)
    expect((await world.detail(row.id)).response?.headers).toMatchObject({ location })
    expect(world.ontraport.received).toHaveLength(1)
  })

  test('a failure within a 200', async () => {
    expect(await meet({ kind: 'refuse-in-200' })).toMatchObject({
      status: 'failed',
      reasonCode: 'refused',
      responseCode: 200,
      reason: expect.stringContaining('"failure"'),
    })
  })
})

describe('429 waits as long as it asks, within bounds', () => {
  const inDate = (seconds: number) => new Date(Date.now() + seconds * 1_000).toUTCString()

  test.each<[string, () => Record<string, string>, atLeast: number, atMost: number]>([
    ['Retry-After in seconds', () => ({ 'retry-after': '120' }), 120, 144],
    ['Retry-After as a date', () => ({ 'retry-after': inDate(300) }), 299, 361],
    ['X-Rate-Limit-Reset', () => ({ 'x-rate-limit-reset': '90' }), 90, 108],
    ['no wait at all', () => ({ 'retry-after': '0' }), 1, 2],
    ['a date long past', () => ({ 'retry-after': inDate(-DAY_SECONDS) }), 1, 2],
    ['a century', () => ({ 'retry-after': '3155760000' }), DAY_SECONDS, 1.2 * DAY_SECONDS],
    ['the end of time', () => ({ 'retry-after': '9'.repeat(400) }), DAY_SECONDS, 1.2 * DAY_SECONDS],
    [
      'a date in the year 9999',
      () => ({ 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }),
      DAY_SECONDS,
      1.2 * DAY_SECONDS,
    ],
    ['words', () => ({ 'retry-after': 'soon' }), 24, 36],
    ['a negative number', () => ({ 'x-rate-limit-reset': '-5' }), 24, 36],
  ])('%s', async (_, headers, atLeast, atMost) => {
    const asked = Date.now()
    const row = await meet(status(429, headers()))
    expect(row).toMatchObject({ status: 'retrying', reasonCode: 'unreachable', responseCode: 429 })
    const waited = (Date.parse(row.nextAttemptAt ?? '') - asked) / 1_000
    expect(waited).toBeGreaterThanOrEqual(atLeast)
    // What the test itself took comes on top.
    expect(waited).toBeLessThan(atMost + 10)
  })
})

test('a receiver that flaps gets everything in the end, each accepted once', async () => {
  let count = 0
  world.ontraport.respond(() => {
    count += 1
    return count % 2 === 1 ? status(503) : { kind: 'accept' }
  })
  for (let index = 0; index < 12; index += 1) await world.deliver(['order_create', anOrder()])
  await world.drain()
  for (let round = 0; round < 10; round += 1) {
    await world.makeDue()
    const due = (await world.log()).filter((row) => row.status !== 'sent').map((row) => row.id)
    await world.services.deliverBatch(due)
  }
  expect((await world.log()).map((row) => row.status)).toEqual(Array(12).fill('sent'))
  const details = await Promise.all((await world.log()).map((row) => world.detail(row.id)))
  for (const { attempts } of details)
    expect(attempts.filter((attempt) => attempt.outcome === 'accepted')).toHaveLength(1)
})

test('down for a week, then back with 10,000 waiting: at the set rate, in order, each once', async () => {
  const { env } = await import('#lib/env.ts')
  env.DRAIN_PER_SECOND = 250
  const start = Date.now()
  const at = (seconds: number) => new Date(start + seconds * 1_000)
  await world.pileUp({ streams: 5_000, perStream: 2 })
  await world.beSilentSince(at(0))
  world.ontraport.respond(status(503))
  for (let day = 1; day <= 7; day += 1) {
    await world.services.tendCircuits(at(day * DAY_SECONDS))
    await world.work()
  }
  expect(world.ontraport.received).toHaveLength(7)
  world.ontraport.respond({ kind: 'accept' })
  world.ontraport.received.length = 0
  const perSecond: number[] = []
  for (let second = 0; world.ontraport.received.length < 10_000 && second < 60; second += 1) {
    const before = world.ontraport.received.length
    await world.services.tendCircuits(at(8 * DAY_SECONDS + second))
    await world.work()
    perSecond.push(world.ontraport.received.length - before)
  }
  // The probe first, then full portions.
  expect(Math.max(...perSecond)).toBeLessThanOrEqual(250)
  expect(perSecond.length).toBeLessThanOrEqual(43)
  const bodies = world.ontraport.received.map((request) => request.body)
  expect(new Set(bodies).size).toBe(10_000)
  expect(bodies).toHaveLength(10_000)
  const seen = new Set<string>()
  const outOfOrder = bodies.filter((body) => {
    seen.add(body)
    return body.endsWith('/2') && !seen.has(body.replace(/2$/, '1'))
  })
  expect(outOfOrder).toEqual([])
}, 300_000)
