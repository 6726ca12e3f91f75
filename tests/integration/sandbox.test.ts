import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SandboxAnswer } from '#lib/domain/sandbox.ts'
import { anOrder, anUnpaidOrder, refundedOrder } from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

beforeEach(async () => {
  await world.reset()
  await world.services.setSandboxAnswer(world.access, 'accept')
  await setSandbox(true)
})

const setSandbox = (isSandbox: boolean) => world.services.setSandbox(world.access, isSandbox)

/** UltraCart gives times to the second, so an order of this second may count as one from before. */
const liftStartDate = () => world.services.setRelayRules(world.access, [['start-date', 'none']])

const view = () => world.services.getSandbox(world.access, { limit: 20 })
const connection = () => world.services.getConnection(world.access)
const statuses = async () => (await world.log()).map((row) => row.status)

async function deliverAndDrain(order = anOrder()) {
  await world.deliver(['order_create', order])
  await world.drain()
  return order
}

describe('in the sandbox', () => {
  test('a sale goes to the receiver inside the product, and ONTRAPORT hears nothing', async () => {
    await deliverAndDrain()
    const [row] = await world.log()
    expect(row).toMatchObject({ status: 'sent', isSandbox: true, responseCode: 200 })
    expect(world.ontraport.received).toEqual([])
    const detail = await world.detail(row?.id ?? '')
    expect(detail.attempts).toMatchObject([
      { outcome: 'accepted', url: 'sandbox:receivers/ultracart.php' },
    ])
  })

  test('what is sent is byte for byte what goes out live', async () => {
    const order = await deliverAndDrain()
    const [inSandbox] = (await view()).messages
    await setSandbox(false)
    await liftStartDate()
    await deliverAndDrain(order)
    expect(world.ontraport.received.map((one) => one.body)).toEqual([inSandbox?.request])
  })

  test('the messages it received can be looked at, newest first, with what it answered', async () => {
    const order = await deliverAndDrain()
    await world.deliver(['order_refund', refundedOrder(order, 39.34)])
    await world.drain()
    const { messages } = await view()
    expect(messages.map((message) => message.request.includes('<total_refunded>'))).toEqual([
      true,
      false,
    ])
    expect(messages[0]).toMatchObject({
      responseCode: 200,
      responseBody: 'The sandbox took the message: success',
    })
  })

  const answers: [SandboxAnswer, string, string | null][] = [
    ['accept', 'sent', null],
    ['refuse-in-200', 'failed', 'refused'],
    ['403', 'queued', 'connection-paused'],
    ['500', 'retrying', 'answer-lost'],
  ]

  test.each(answers)('told to answer %s, a sale is %s', async (answer, status, reasonCode) => {
    await world.services.setSandboxAnswer(world.access, answer)
    await deliverAndDrain()
    expect(await world.log()).toMatchObject([{ status, reasonCode }])
  })

  test('a 403 pauses the connection, and another answer releases what waits', async () => {
    await world.services.setSandboxAnswer(world.access, '403')
    await deliverAndDrain()
    expect((await connection()).pausedAt).not.toBeNull()
    await world.services.setSandboxAnswer(world.access, 'accept')
    expect((await connection()).pausedAt).toBeNull()
    await world.drain()
    expect(await statuses()).toEqual(['sent'])
  })

  test('a refund waits for its failed sale as it does live', async () => {
    await world.services.setSandboxAnswer(world.access, 'refuse-in-200')
    const order = await deliverAndDrain()
    await world.deliver(['order_refund', refundedOrder(order, 39.34)])
    expect(await statuses()).toEqual(['failed', 'held'])
  })

  test('its texts speak in the merchant’s own words for success', async () => {
    const { services, access } = world
    await services.setRelayRules(access, [['success-words', 'received']])
    await deliverAndDrain()
    await services.setRelayRules(access, [['success-words', '']])
    expect(await statuses()).toEqual(['sent'])
  })
})

describe('going live', () => {
  test('what was told in the sandbox does not count as told', async () => {
    const order = await deliverAndDrain()
    await setSandbox(false)
    await liftStartDate()
    await deliverAndDrain(order)
    expect((await world.log()).map((row) => [row.status, row.isSandbox])).toEqual([
      ['sent', true],
      ['sent', false],
    ])
    expect(world.ontraport.received).toHaveLength(1)
  })

  test('for the first time sets the start date to now, so that the orders of the meantime tell nothing', async () => {
    const order = anOrder({ creation_dts: '2026-01-02T10:00:00-05:00' })
    await deliverAndDrain(order)
    const before = Date.now()
    const { startDate } = await setSandbox(false)
    expect(Date.parse(startDate ?? '')).toBeGreaterThanOrEqual(before)
    await deliverAndDrain(order)
    expect(await world.log()).toMatchObject([
      { isSandbox: true },
      { isSandbox: false, status: 'skipped', reasonCode: 'before-start-date' },
    ])
  })

  test('again keeps the start date', async () => {
    await setSandbox(false)
    await deliverAndDrain()
    const { startDate } = (await connection()).rules
    await setSandbox(true)
    expect((await setSandbox(false)).startDate).toBe(startDate)
  })

  test('skips what the sandbox still had open, and says why', async () => {
    await world.deliver(['order_create', anUnpaidOrder()])
    await world.services.setSandboxAnswer(world.access, '500')
    await deliverAndDrain()
    expect(await statuses()).toEqual(['held', 'retrying'])
    expect((await view()).waiting).toEqual({ live: 0, sandbox: 2 })
    expect(await setSandbox(false)).toMatchObject({ closedCount: 2 })
    expect((await world.log()).map((row) => [row.status, row.reasonCode])).toEqual([
      ['skipped', 'sandbox-left'],
      ['skipped', 'sandbox-left'],
    ])
  })

  test('what was made in the sandbox cannot be sent to ONTRAPORT afterwards', async () => {
    await deliverAndDrain()
    const [row] = await world.log()
    await setSandbox(false)
    const resend = { mode: 'original', nonce: 'after-leaving', isSentAllowed: true } as const
    await expect(
      world.services.resendTransmission(world.access, { ...resend, id: row?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

test('the log can be narrowed to one side', async () => {
  await deliverAndDrain()
  await setSandbox(false)
  await liftStartDate()
  await deliverAndDrain()
  const count = async (isSandbox: boolean) => {
    const { services, access } = world
    const page = await services.listTransmissions(access, { isSandbox }, { limit: 9, cursor: null })
    return page.transmissions.map((row) => row.isSandbox)
  }
  expect(await count(true)).toEqual([true])
  expect(await count(false)).toEqual([false])
})

describe('what waits for ONTRAPORT when the sandbox is entered', () => {
  async function aWaitingSale() {
    await setSandbox(false)
    await liftStartDate()
    world.ontraport.respond({ kind: 'status', status: 503 })
    await deliverAndDrain()
    world.ontraport.received.length = 0
    world.ontraport.respond({ kind: 'accept' })
  }

  test('goes on waiting, says so, and goes out once the store is live again', async () => {
    await aWaitingSale()
    await setSandbox(true)
    await world.drain()
    expect(await world.log()).toMatchObject([
      { status: 'queued', reasonCode: 'sandbox-on', isSandbox: false },
    ])
    expect(world.ontraport.received).toEqual([])
    await setSandbox(false)
    await world.drain()
    expect(await statuses()).toEqual(['sent'])
    expect(world.ontraport.received).toHaveLength(1)
  })

  test('is not found by the sweep', async () => {
    await aWaitingSale()
    await setSandbox(true)
    await world.loseJobs()
    expect(await statuses()).toEqual(['queued'])
    const inAnHour = new Date(Date.now() + 3_600_000)
    expect(await world.services.sweepRelay(inAnHour)).toEqual({ abandoned: 0, overdue: 0 })
  })
})

test('a store in the sandbox needs no key', async () => {
  const { addMerchant, setSandbox: set } = world.services
  const added = await addMerchant({ merchantId: 'KEYLESS' })
  const access = { ...world.access, merchantId: 'KEYLESS' }
  await set(access, true)
  await world.services.receiveWebhook({
    merchantId: 'KEYLESS',
    authorization: `Basic ${btoa(`${added.webhookUser}:${added.webhookPassword}`)}`,
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify([{ order_create: { ...anOrder(), merchant_id: 'KEYLESS' } }])),
  })
  const log = () => world.services.listTransmissions(access, {}, { limit: 10, cursor: null })
  const [queued] = (await log()).transmissions
  await world.services.deliverBatch([queued?.id ?? ''])
  expect((await log()).transmissions).toMatchObject([{ status: 'sent', isSandbox: true }])
})

test('a viewer can look at the sandbox but not change it', async () => {
  const viewer = { ...world.access, role: 'viewer' } as const
  await expect(world.services.getSandbox(viewer, { limit: 1 })).resolves.toMatchObject({
    isSandbox: true,
  })
  const refusal = { code: 'forbidden' }
  await expect(world.services.setSandbox(viewer, false)).rejects.toMatchObject(refusal)
  await expect(world.services.setSandboxAnswer(viewer, '500')).rejects.toMatchObject(refusal)
})
