import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  anAutoOrder,
  anItem,
  anOrder,
  anUnpaidOrder,
  refundedOrder,
} from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'
import { assertValid } from '#tests/support/xml-schema.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

beforeEach(() => world.reset())

const facts = (rows: Awaited<ReturnType<RelayWorld['log']>>) =>
  rows.map(({ type, status, reference, amountCents }) => [type, status, reference, amountCents])

const wordIn = (body: string) => /<status>(.*)<\/status>/.exec(body)?.[1]

describe('the sample store', () => {
  const expected = [
    ['sale', 'sent', 'DEMO-0009200417', 7225],
    ['refund', 'sent', 'DEMO-0009200417', 1802],
    ['refund', 'skipped', 'DEMO-0009200399', 4900],
    ['auto-order-status', 'sent', 'ZX81QLM2P4', null],
    ['auto-order-status', 'sent', 'QW77HHN3K9', null],
  ]

  async function deliverAll() {
    const receipts = []
    for (const name of ['order-create', 'order-refund', 'auto-order-update', 'item-update'])
      receipts.push(await world.deliverFixture(name))
    await world.drain()
    return receipts
  }

  test('every fixture gives exactly its transmissions, as XML that its schema allows', async () => {
    await deliverAll()
    expect(facts(await world.log())).toEqual(expected)
    const bodies = world.ontraport.received.map((one) => one.body)
    const [sale, refund] = bodies.filter((body) => body.includes('<order>'))
    const autoOrders = bodies.filter((body) => body.includes('<auto_order>'))
    await assertValid(sale ?? '', 'sale')
    await assertValid(refund ?? '', 'refund')
    for (const body of autoOrders) await assertValid(body, 'auto-order-status')
    expect(autoOrders.map(wordIn).sort()).toEqual(['cancelled download', 'card declined'])
    expect(world.ontraport.received).toHaveLength(4)
  })

  test('sent three times over it changes nothing', async () => {
    await deliverAll()
    await deliverAll()
    const third = await deliverAll()
    expect(facts(await world.log())).toEqual(expected)
    expect(world.ontraport.received).toHaveLength(4)
    expect(third).toEqual([
      { accepted: 0, unchanged: 1, ignored: 0 },
      { accepted: 0, unchanged: 2, ignored: 0 },
      { accepted: 0, unchanged: 2, ignored: 0 },
      { accepted: 0, unchanged: 2, ignored: 0 },
    ])
  })

  test('a sale keeps its request, its answer and its attempt', async () => {
    world.ontraport.respond({ kind: 'status', status: 200, body: 'Success' })
    await world.deliverFixture('order-create')
    await world.drain()
    const [row] = await world.log()
    const detail = await world.detail(row?.id ?? '')
    expect(detail.request).toBe(world.ontraport.received[0]?.body)
    expect(detail.response).toMatchObject({ code: 200, body: 'Success' })
    expect(detail.attempts).toMatchObject([{ number: 1, trigger: 'auto', outcome: 'accepted' }])
    expect(detail.lines.map((line) => [line.itemId, line.productName, line.nameSource])).toEqual([
      ['TEA-GREEN-100', 'TEA-GREEN-100', 'item-id'],
      ['CLUB-MONTHLY', 'CLUB-MONTHLY', 'item-id'],
    ])
    expect(JSON.stringify(detail)).not.toContain(world.key)
  })
})

describe('what is told', () => {
  test('an unpaid order is held with its stage and released by the paid one, in the same row', async () => {
    const order = anOrder()
    const unpaid = anUnpaidOrder({ order_id: order.order_id })
    await world.deliver(['order_create', unpaid])
    const [held] = await world.log()
    expect(held).toMatchObject({ status: 'held', reasonCode: 'stage-before-payment' })
    expect(held?.reason).toContain('Accounts Receivable')
    await world.deliver(['order_payment_process', order])
    await world.drain()
    expect(await world.log()).toMatchObject([{ id: held?.id, status: 'sent', reason: null }])
  })

  test('an unpaid and a paid snapshot in one delivery make one sale', async () => {
    const order = anOrder()
    await world.deliver(
      ['order_create', anUnpaidOrder({ order_id: order.order_id })],
      ['order_payment_process', order],
    )
    await world.drain()
    expect(facts(await world.log())).toEqual([['sale', 'sent', order.order_id, 3934]])
  })

  test('a late unpaid snapshot takes nothing back', async () => {
    const order = anOrder()
    await world.deliver(['order_payment_process', order])
    await world.deliver(['order_create', anUnpaidOrder({ order_id: order.order_id })])
    await world.drain()
    expect(facts(await world.log())).toEqual([['sale', 'sent', order.order_id, 3934]])
  })

  test('two partial refunds are told as their differences', async () => {
    const order = anOrder()
    await world.deliver(['order_create', order])
    await world.deliver(['order_refund', refundedOrder(order, 10)])
    await world.deliver(['order_refund', refundedOrder(order, 39.34)])
    await world.drain()
    expect(facts(await world.log())).toEqual([
      ['sale', 'sent', order.order_id, 3934],
      ['refund', 'sent', order.order_id, 1000],
      ['refund', 'sent', order.order_id, 2934],
    ])
  })

  test('a refund that comes before its sale waits for it and follows it', async () => {
    const order = anOrder()
    await world.deliver(['order_refund', refundedOrder(order, 10)])
    expect(await world.log()).toMatchObject([{ status: 'skipped', reasonCode: 'never-relayed' }])
    await world.deliver(['order_create', order])
    await world.drain()
    const bodies = world.ontraport.received.map((one) => one.body)
    expect(bodies).toHaveLength(2)
    expect(bodies[0]).not.toContain('total_refunded')
    expect(bodies[1]).toContain('<total_refunded>10.00</total_refunded>')
  })

  test('a word is told when it changes, and only then', async () => {
    const autoOrder = anAutoOrder()
    await world.deliver(['auto_order_create', autoOrder], ['auto_order_update', autoOrder])
    await world.deliver(['auto_order_decline', { ...autoOrder, credit_card_attempt: 1 }])
    await world.deliver(['auto_order_update', autoOrder])
    await world.drain()
    expect(world.ontraport.received.map((one) => wordIn(one.body))).toEqual([
      'active',
      'card declined',
      'active',
    ])
  })

  test('an item counts as accepted when something of it is new, else as unchanged', async () => {
    const at = '2026-11-20T10:00:00-05:00'
    const tea = anItem({ merchant_item_id: 'RECEIPT-TEA', last_modified_dts: at })
    const mug = anItem({ merchant_item_id: 'RECEIPT-MUG', last_modified_dts: at })
    const send = (...items: (typeof tea)[]) =>
      world.deliver(...items.map((item) => ['item_update', item] as [string, typeof tea]))
    expect(await send(tea, mug, tea)).toEqual({ accepted: 2, unchanged: 1, ignored: 0 })
    expect(await send(tea, mug)).toEqual({ accepted: 0, unchanged: 2, ignored: 0 })
    const older = { ...tea, description: 'old', last_modified_dts: '2026-11-19T10:00:00-05:00' }
    expect(await send(older)).toEqual({ accepted: 0, unchanged: 1, ignored: 0 })
    expect(await send({ ...tea, description: 'new' })).toMatchObject({ accepted: 1 })
    expect(await send({ ...mug, last_modified_dts: '2026-11-21T10:00:00-05:00' })).toMatchObject({
      accepted: 1,
    })
    expect(await world.deliver(['item_delete', tea])).toMatchObject({ accepted: 1 })
  })

  test('an order from before the start date is skipped and says so', async () => {
    await world.deliver(['order_create', anOrder({ creation_dts: '2019-03-01T10:00:00-05:00' })])
    expect(await world.log()).toMatchObject([
      { status: 'skipped', reasonCode: 'before-start-date' },
    ])
  })

  test('fifty deliveries of one order at once make one sale', async () => {
    const order = anOrder()
    const receipts = await Promise.all(
      Array.from({ length: 50 }, () => world.deliver(['order_create', order])),
    )
    await world.drain()
    expect(receipts.filter((receipt) => receipt.accepted === 1)).toHaveLength(1)
    expect(world.ontraport.received).toHaveLength(1)
  })
})

describe('what ONTRAPORT answers', () => {
  test('403 pauses the connection; a new key releases what waited, in order', async () => {
    world.ontraport.respond((request) =>
      request.key === world.key
        ? { kind: 'status', status: 403, body: 'stale' }
        : { kind: 'accept' },
    )
    const order = anOrder()
    await world.deliver(['order_create', order])
    await world.drain()
    await world.deliver(['order_refund', refundedOrder(order, 39.34)])
    await world.drain()
    expect(facts(await world.log())).toEqual([
      ['sale', 'queued', order.order_id, 3934],
      ['refund', 'queued', order.order_id, 3934],
    ])
    world.ontraport.received.length = 0
    const relay = await world.runRelay()
    await world.services.saveApiKey(world.access, { apiKey: 'fresh-key-0001' })
    await world.ontraport.waitFor(3)
    await relay.stop()
    const [, sale, refund] = world.ontraport.received
    await assertValid(sale?.body ?? '', 'sale')
    await assertValid(refund?.body ?? '', 'refund')
    expect(facts(await world.log()).map((row) => row[1])).toEqual(['sent', 'sent'])
    await world.services.saveApiKey(world.access, { apiKey: world.key }).catch(() => undefined)
  })

  test('a refusal fails the sale, and its refund waits until the sale is sent again', async () => {
    const { services, access } = world
    world.ontraport.respond({ kind: 'status', status: 400, body: 'bad' })
    const order = anOrder()
    await world.deliver(['order_create', order])
    await world.drain()
    await world.deliver(['order_refund', refundedOrder(order, 39.34)])
    await world.drain()
    expect((await world.log()).map((row) => row.status)).toEqual(['failed', 'held'])
    world.ontraport.respond({ kind: 'accept' })
    const [sale] = await world.log()
    const resend = { id: sale?.id ?? '', mode: 'original', isSentAllowed: false } as const
    await services.resendTransmission(access, { ...resend, nonce: 'click-1' })
    await services.resendTransmission(access, { ...resend, nonce: 'click-1' })
    await world.drain()
    expect((await world.log()).map((row) => [row.status, row.attemptCount])).toEqual([
      ['sent', 2],
      ['sent', 1],
    ])
  })

  test('a lost answer is retried by schedule', async () => {
    world.ontraport.respond({ kind: 'status', status: 503, body: '' })
    await world.deliver(['order_create', anOrder()])
    await world.drain()
    const [row] = await world.log()
    expect(row).toMatchObject({ status: 'retrying', reasonCode: 'answer-lost' })
    expect(Date.parse(row?.nextAttemptAt ?? '') - Date.now()).toBeLessThan(37_000)
  })
})
