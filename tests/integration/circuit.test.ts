import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAutoOrder, anOrder, refundedOrder } from '#tests/support/build-order.ts'
import { status } from '#tests/support/ontraport-behaviour.ts'
import type { RelayWorld } from '#tests/support/relay.ts'
import { type RelayWay, startBothWays, WAY_NAMES, type WayName } from '#tests/support/relay-ways.ts'

let ways: Awaited<ReturnType<typeof startBothWays>>
let world: RelayWorld
let way: RelayWay

beforeAll(async () => {
  ways = await startBothWays()
  world = ways.world
})

afterAll(() => ways.close())

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const later = (ms: number) => new Date(Date.now() + ms)

const silence = async () => (await world.services.getConnection(world.access)).silence
const statuses = async () => (await world.log()).map((row) => row.status)

/** Five orders that nobody answers, which opens the circuit; all of them wait now. */
async function openCircuit(): Promise<void> {
  way.respond(status(503))
  for (let index = 0; index < 5; index += 1) await world.deliver(['order_create', anOrder()])
  await world.work()
  expect(await silence()).not.toBeNull()
  await world.makeDue()
  await world.services.deliverBatch((await world.log()).map((row) => row.id))
  way.forget()
}

/** What the relay does at a moment: the clock's part, then the jobs. */
async function passTime(at: Date): Promise<number> {
  await world.services.tendCircuits(at)
  return world.work()
}

async function setAsk(value: 'ask' | 'retry') {
  await world.services.setRelayRules(world.access, [['on-unknown', value]])
}

async function use(name: WayName): Promise<void> {
  way = await ways.use(name)
}

async function startAfresh(): Promise<void> {
  await world.reset()
  way.respond(null)
  way.forget()
}

describe.each(WAY_NAMES)('by the way %s', (name) => {
  beforeAll(() => use(name))
  beforeEach(startAfresh)

  describe('when nobody answers', () => {
    test('the fifth attempt in a row opens the circuit, and all that is tried again waits', async () => {
      await openCircuit()
      const rows = await world.log()
      expect(rows.map((row) => [row.status, row.reasonCode, row.attemptCount])).toEqual(
        Array.from({ length: 5 }, () => ['queued', 'backlog', 1]),
      )
      expect(await silence()).toMatchObject({ tryEveryMs: 30_000 })
    })

    test('what comes in then waits without an attempt', async () => {
      await openCircuit()
      await world.deliver(['order_create', anOrder()])
      await world.work()
      expect((await world.log()).at(-1)).toMatchObject({ status: 'queued', attemptCount: 0 })
      expect(way.requestCount()).toBe(0)
    })

    test('a planned retry that comes up then waits and is not used up', async () => {
      way.respond(status(503))
      await world.deliver(['order_create', anOrder()])
      await world.work()
      const [first] = await world.log()
      expect(first?.status).toBe('retrying')
      await openCircuit()
      expect(await world.log(first?.reference)).toMatchObject([
        { status: 'queued', reasonCode: 'backlog', attemptCount: 1 },
      ])
      expect(await world.scheduleStep(first?.id ?? '')).toBe(1)
    })

    test('a resend waits, too, and keeps that a person asked for it', async () => {
      await openCircuit()
      const [row] = await world.log()
      const resend = { id: row?.id ?? '', mode: 'original', isSentAllowed: false } as const
      await world.services.resendTransmission(world.access, { ...resend, nonce: 'silent' })
      await world.work()
      expect(way.requestCount()).toBe(0)
      expect((await world.log())[0]).toMatchObject({ status: 'queued', reasonCode: 'backlog' })
    })

    test('the sandbox is not concerned', async () => {
      await openCircuit()
      await world.services.setSandbox(world.access, true)
      await world.deliver(['order_create', anOrder()])
      await world.work()
      expect((await world.log()).at(-1)).toMatchObject({ status: 'sent', isSandbox: true })
      await world.services.setSandbox(world.access, false)
    })

    test('twenty workers at once let exactly one probe through', async () => {
      await openCircuit()
      const at = later(MINUTE_MS)
      await Promise.all(Array.from({ length: 20 }, () => world.services.tendCircuits(at)))
      const ids = (await world.log()).map((row) => row.id)
      await Promise.all(Array.from({ length: 20 }, () => world.services.deliverBatch(ids)))
      expect(way.requestCount()).toBe(1)
    })

    test('workers that put the same messages aside in any order never stop each other', async () => {
      await openCircuit()
      const orders = Array.from({ length: 60 }, () => ['order_create', anOrder()] as const)
      for (const order of orders) await world.deliver([...order])
      const ids = (await world.log()).map((row) => row.id)
      const shuffled = fc.sample(fc.shuffledSubarray(ids, { minLength: 60 }), 40)
      await Promise.all(shuffled.map((some) => world.services.deliverBatch(some)))
      expect(new Set((await world.log()).map((row) => row.reasonCode))).toEqual(
        new Set(['backlog']),
      )
      expect(way.requestCount()).toBe(0)
    })

    test('a probe that fails uses up no try, and the next one comes later', async () => {
      await openCircuit()
      await passTime(later(MINUTE_MS))
      expect(way.requestCount()).toBe(1)
      expect(await silence()).toMatchObject({ tryEveryMs: MINUTE_MS })
      await passTime(later(40_000))
      expect(way.requestCount()).toBe(1)
      for (let day = 1; day <= 7; day += 1) await passTime(later(day * 24 * HOUR_MS))
      expect(way.requestCount()).toBe(8)
      expect(new Set(await statuses())).toEqual(new Set(['queued']))
    })

    test('a probe is one that may arrive twice without harm, if there is one', async () => {
      await openCircuit()
      await world.deliver(['auto_order_create', anAutoOrder()])
      await world.work()
      way.respond(null)
      await passTime(later(MINUTE_MS))
      expect(way.told()[0]?.kind).toBe('word')
    })
  })

  describe('when somebody answers again', () => {
    test('any answer closes the circuit, also a refusal', async () => {
      await openCircuit()
      way.respond(status(400))
      await passTime(later(MINUTE_MS))
      expect(await silence()).toBeNull()
    })

    test('what waited goes out in order, each once', async () => {
      await openCircuit()
      const buyer = 'who.waits@example.com'
      const order = anOrder({ billing: { email: buyer } })
      await world.deliver(['order_create', order])
      await world.deliver(['order_refund', refundedOrder(order, 39.34)])
      await world.work()
      way.respond(null)
      for (let second = 60; second < 70; second += 1) await passTime(later(second * 1_000))
      expect(new Set(await statuses())).toEqual(new Set(['sent']))
      const ofBuyer = way.told().filter((one) => one.kind !== 'word' && one.buyer === buyer)
      expect(ofBuyer.map(({ kind }) => kind)).toEqual(['sale', 'refund'])
      expect(way.told()).toHaveLength(7)
    })

    test('a test of the key that is answered closes it, too', async () => {
      await openCircuit()
      way.respond(null)
      await world.services.testConnection(world.access, { apiKey: null })
      expect(await silence()).toBeNull()
      await passTime(later(1_000))
      expect(new Set(await statuses())).toEqual(new Set(['sent']))
    })
  })

  describe('a person who wants a try now', () => {
    test('gets one, once a minute, and it is in the audit trail', async () => {
      await openCircuit()
      await world.services.resetCircuit(world.access)
      await passTime(later(100))
      expect(way.requestCount()).toBe(1)
      await expect(world.services.resetCircuit(world.access)).rejects.toMatchObject({
        code: 'conflict',
      })
      expect(await world.auditActions()).toContain('circuit.reset')
    })

    test('twenty clicks at once are one', async () => {
      await openCircuit()
      const clicks = await Promise.allSettled(
        Array.from({ length: 20 }, () => world.services.resetCircuit(world.access)),
      )
      expect(clicks.filter((click) => click.status === 'fulfilled')).toHaveLength(1)
    })

    test('is told when nothing is held back, and a viewer may not', async () => {
      await expect(world.services.resetCircuit(world.access)).rejects.toMatchObject({
        code: 'conflict',
      })
      const viewer = { ...world.access, role: 'viewer' } as const
      await expect(world.services.resetCircuit(viewer)).rejects.toMatchObject({ code: 'forbidden' })
    })
  })
})

/** What is piled up here are documents, and nobody is asked by the API. */
describe('by the receiver alone', () => {
  beforeAll(() => use('receiver'))
  beforeEach(startAfresh)

  test('a sale whose answer was lost still waits for a person where they want to be asked', async () => {
    await setAsk('ask')
    way.respond(status(503))
    for (let index = 0; index < 5; index += 1) await world.deliver(['order_create', anOrder()])
    await world.work()
    expect(new Set(await statuses())).toEqual(new Set(['unconfirmed']))
    expect(await silence()).not.toBeNull()
    await setAsk('retry')
  })

  test('today’s orders do not wait behind what piled up', async () => {
    await openCircuit()
    await world.pileUp({ streams: 50, perStream: 1 })
    way.respond(null)
    await passTime(later(MINUTE_MS))
    const order = anOrder()
    await world.deliver(['order_create', order])
    await world.work()
    expect(await world.log(String(order.order_id))).toMatchObject([{ status: 'sent' }])
  })

  test('a key that was turned away meanwhile pauses, and its release is paced as well', async () => {
    await openCircuit()
    await world.pileUp({ streams: 40, perStream: 1 })
    way.respond(status(403))
    await passTime(later(MINUTE_MS))
    way.respond(null)
    way.forget()
    await world.services.saveApiKey(world.access, { apiKey: world.key })
    await world.work()
    // The test of the key, and the first portion of ten.
    expect(way.requestCount()).toBe(11)
  })
})
