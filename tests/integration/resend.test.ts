import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anOrder, refundedOrder } from '#tests/support/build-order.ts'
import { status } from '#tests/support/ontraport-behaviour.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

beforeEach(() => world.reset())

/** An order that was refused; gives the id of its transmission. */
async function aFailedSale(): Promise<string> {
  world.ontraport.respond(status(400))
  await world.deliver(['order_create', anOrder()])
  await world.work()
  world.ontraport.respond({ kind: 'accept' })
  world.ontraport.received.length = 0
  const [row] = await world.log()
  return row?.id ?? ''
}

function click(id: string, nonce: string = randomUUID()) {
  const resend = { id, nonce, mode: 'original', isSentAllowed: false } as const
  return world.services.resendTransmission(world.access, resend)
}

const many = <Value>(make: (index: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: 20 }, (_, index) => make(index)))

const resentCount = async () =>
  (await world.auditActions()).filter((action) => action === 'transmission.resent').length

describe('a click', () => {
  test('has one effect, also when it arrives twenty times at once', async () => {
    const before = await resentCount()
    const id = await aFailedSale()
    const answers = await many(() => click(id, 'the same click'))
    expect(answers.map((row) => row.status)).toEqual(Array(20).fill('queued'))
    await many(() => world.work())
    expect(world.ontraport.received).toHaveLength(1)
    expect(await resentCount()).toBe(before + 1)
    expect(await world.log()).toMatchObject([{ status: 'sent', attemptCount: 2 }])
  })

  test('and nineteen others at once send it once', async () => {
    const id = await aFailedSale()
    await many(() => click(id))
    await many(() => world.work())
    expect(world.ontraport.received).toHaveLength(1)
    expect(await world.log()).toMatchObject([{ status: 'sent', attemptCount: 2 }])
  })

  test('after the first was answered is honoured, too', async () => {
    const id = await aFailedSale()
    world.ontraport.respond(status(400))
    await click(id)
    await world.work()
    await click(id)
    await world.work()
    expect(world.ontraport.received).toHaveLength(2)
  })

  test('while it is being sent is refused and changes nothing', async () => {
    const id = await aFailedSale()
    const { promise: until, resolve: release } = Promise.withResolvers<void>()
    world.ontraport.respond({ kind: 'after', until })
    await click(id)
    const sending = world.work()
    await world.ontraport.waitFor(1)
    await expect(click(id)).rejects.toMatchObject({ code: 'conflict' })
    release()
    await sending
    await world.work()
    expect(await world.log()).toMatchObject([{ status: 'sent', attemptCount: 2 }])
    expect(world.ontraport.received).toHaveLength(1)
  })
})

describe('attempts', () => {
  test('are numbered on, each with who asked for it', async () => {
    const id = await aFailedSale()
    world.ontraport.respond(status(400))
    await click(id)
    await world.work()
    world.ontraport.respond({ kind: 'accept' })
    await click(id)
    await world.work()
    const { attempts } = await world.detail(id)
    const facts = attempts.map(({ number, trigger, outcome }) => [number, trigger, outcome])
    expect(facts.toSorted()).toEqual([
      [1, 'auto', 'refused'],
      [2, 'manual', 'refused'],
      [3, 'manual', 'accepted'],
    ])
  })

  test('by hand use up nothing of the schedule: it begins anew after them', async () => {
    world.ontraport.respond(status(503))
    await world.deliver(['order_create', anOrder()])
    await world.work()
    const [row] = await world.log()
    const id = row?.id ?? ''
    await world.makeDue()
    await world.services.deliverBatch([id])
    expect(await world.scheduleStep(id)).toBe(2)
    await click(id)
    await world.work()
    const [after] = await world.log()
    expect(after).toMatchObject({ status: 'retrying', attemptCount: 3 })
    const waitMs = Date.parse(after?.nextAttemptAt ?? '') - Date.now()
    expect(waitMs).toBeGreaterThan(10_000)
    expect(waitMs).toBeLessThan(36_000)
    expect(await world.scheduleStep(id)).toBe(1)
  })
})

describe('while the connection is paused', () => {
  test('nothing is sent and no try is used up', async () => {
    world.ontraport.respond(status(403))
    await world.deliver(['order_create', anOrder()])
    await world.work()
    await world.deliver(['order_create', anOrder()])
    for (let round = 0; round < 3; round += 1) {
      await world.work()
      await world.services.deliverBatch((await world.log()).map((row) => row.id))
    }
    expect(world.ontraport.received).toHaveLength(1)
    const rows = await world.log()
    expect(rows.map((row) => [row.status, row.attemptCount])).toEqual([
      ['queued', 1],
      ['queued', 0],
    ])
    for (const { id } of rows) expect(await world.scheduleStep(id)).toBe(0)
    world.ontraport.respond({ kind: 'accept' })
    await world.services.saveApiKey(world.access, { apiKey: world.key })
    await world.work()
    expect((await world.log()).map((row) => row.status)).toEqual(['sent', 'sent'])
  })
})

describe('where the merchant wants to be asked', () => {
  beforeAll(() => world.services.setRelayRules(world.access, [['on-unknown', 'ask']]))
  afterAll(() => world.services.setRelayRules(world.access, [['on-unknown', 'retry']]))

  async function anUnconfirmedSale(): Promise<string> {
    const order = anOrder()
    world.ontraport.respond({ kind: 'cut', when: 'after-reading' })
    await world.deliver(['order_create', order])
    await world.deliver(['order_refund', refundedOrder(order, 10)])
    await world.work()
    world.ontraport.respond({ kind: 'accept' })
    world.ontraport.received.length = 0
    const [sale] = await world.log()
    expect(sale?.status).toBe('unconfirmed')
    return sale?.id ?? ''
  }

  test('a sale whose answer was lost is never sent again by itself, and its refund waits', async () => {
    await anUnconfirmedSale()
    await world.makeDue()
    await world.services.sweepRelay(new Date(Date.now() + 7 * 24 * 3_600_000))
    await world.work()
    await world.services.deliverBatch((await world.log()).map((row) => row.id))
    expect(world.ontraport.received).toEqual([])
    expect((await world.log()).map((row) => row.status)).toEqual(['unconfirmed', 'queued'])
  })

  test('"it arrived" lets the refund go on and sends no sale', async () => {
    const id = await anUnconfirmedSale()
    await world.services.closeTransmission(world.access, { id, as: 'sent' })
    await world.work()
    expect(world.ontraport.received).toHaveLength(1)
    expect(world.ontraport.received[0]?.body).toContain('total_refunded')
  })

  test('"send again" sends the same bytes, then the refund', async () => {
    const id = await anUnconfirmedSale()
    const { request } = await world.detail(id)
    await click(id)
    await world.work()
    await world.work()
    const [sale, refund] = world.ontraport.received.map(({ body }) => body)
    expect(sale).toBe(request)
    expect(refund).toContain('total_refunded')
  })

  test('twenty words at once are one', async () => {
    const id = await anUnconfirmedSale()
    const words = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        world.services.closeTransmission(world.access, { id, as: index % 2 ? 'sent' : 'failed' }),
      ),
    )
    expect(words.filter((word) => word.status === 'fulfilled')).toHaveLength(1)
  })
})
