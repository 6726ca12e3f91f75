import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  anAutoOrder,
  anItem,
  anOrder,
  anUnpaidOrder,
  refundedOrder,
} from '#tests/support/build-order.ts'
import { API_APP_ID, API_KEY } from '#tests/support/ontraport-api/start-api.ts'
import { status } from '#tests/support/ontraport-behaviour.ts'
import type { RelayWorld } from '#tests/support/relay.ts'
import { type RelayWay, startBothWays, WAY_NAMES } from '#tests/support/relay-ways.ts'

let ways: Awaited<ReturnType<typeof startBothWays>>
let world: RelayWorld
let way: RelayWay

beforeAll(async () => {
  ways = await startBothWays()
  world = ways.world
})

afterAll(() => ways.close())

const facts = (rows: Awaited<ReturnType<RelayWorld['log']>>) =>
  rows.map(({ type, status, reference, amountCents }) => [type, status, reference, amountCents])

const kinds = () => way.told().map(({ kind }) => kind)
const words = () => way.told().flatMap((one) => (one.kind === 'word' ? [one.word] : []))
/** What was told of orders: `sale`, or how much was refunded. */
const ofOrders = () =>
  way.told().flatMap((one) => (one.kind === 'word' ? [] : [one.refunded ?? 'sale']))

describe.each(WAY_NAMES)('by the way %s', (name) => {
  beforeAll(async () => {
    way = await ways.use(name)
  })

  beforeEach(async () => {
    await world.reset()
    way.respond(null)
    way.forget()
  })

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

    test('every fixture gives exactly its transmissions, as the way’s schema allows', async () => {
      await deliverAll()
      expect(facts(await world.log())).toEqual(expected)
      await way.expectValid()
      expect(ofOrders()).toEqual(['sale', 'part'])
      expect(words().sort()).toEqual(['cancelled download', 'card declined'])
      expect(way.told()).toHaveLength(4)
    })

    test('sent three times over it changes nothing', async () => {
      await deliverAll()
      await deliverAll()
      const third = await deliverAll()
      expect(facts(await world.log())).toEqual(expected)
      expect(way.told()).toHaveLength(4)
      expect(third).toEqual([
        { accepted: 0, unchanged: 1, ignored: 0 },
        { accepted: 0, unchanged: 2, ignored: 0 },
        { accepted: 0, unchanged: 2, ignored: 0 },
        { accepted: 0, unchanged: 2, ignored: 0 },
      ])
    })

    test('a sale keeps what was sent, its answer and its attempt', async () => {
      await world.deliverFixture('order-create')
      await world.drain()
      const [row] = await world.log()
      const detail = await world.detail(row?.id ?? '')
      expect(detail.request).toContain('DEMO-0009200417')
      expect(detail.response).toMatchObject({ code: 200 })
      expect(detail.attempts).toMatchObject([{ number: 1, trigger: 'auto', outcome: 'accepted' }])
      expect(detail.attempts[0]?.calls?.length || 1).toBe(way.requestCount())
      expect(detail.lines.map((line) => [line.itemId, line.productName, line.nameSource])).toEqual([
        ['TEA-GREEN-100', 'TEA-GREEN-100', 'item-id'],
        ['CLUB-MONTHLY', 'CLUB-MONTHLY', 'item-id'],
      ])
      for (const secret of [world.key, API_KEY, API_APP_ID])
        expect(JSON.stringify(detail)).not.toContain(secret)
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
      // The API knows no part: what is left to refund becomes the refund of the sale.
      expect(ofOrders()).toEqual(['sale', 'part', name === 'rest' ? 'whole' : 'part'])
    })

    test('a refund that comes before its sale waits for it and follows it', async () => {
      const order = anOrder()
      await world.deliver(['order_refund', refundedOrder(order, 10)])
      expect(await world.log()).toMatchObject([{ status: 'skipped', reasonCode: 'never-relayed' }])
      await world.deliver(['order_create', order])
      await world.drain()
      expect(ofOrders()).toEqual(['sale', 'part'])
    })

    test('a word is told when it changes, and only then', async () => {
      const autoOrder = anAutoOrder()
      await world.deliver(['auto_order_create', autoOrder], ['auto_order_update', autoOrder])
      await world.deliver(['auto_order_decline', { ...autoOrder, credit_card_attempt: 1 }])
      await world.deliver(['auto_order_update', autoOrder])
      await world.drain()
      expect(words()).toEqual(['active', 'card declined', 'active'])
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
      expect(kinds()).toEqual(['sale'])
    })
  })

  describe('what ONTRAPORT answers', () => {
    test('403 pauses the connection; a new key releases what waited, in order', async () => {
      way.turnAway()
      const order = anOrder()
      await world.deliver(['order_create', order])
      await world.drain()
      await world.deliver(['order_refund', refundedOrder(order, 39.34)])
      await world.drain()
      expect(facts(await world.log())).toEqual([
        ['sale', 'queued', order.order_id, 3934],
        ['refund', 'queued', order.order_id, 3934],
      ])
      way.forget()
      const relay = await world.runRelay()
      await way.renewKey()
      await untilTold(2)
      await relay.stop()
      await way.expectValid()
      expect(ofOrders()).toEqual(['sale', 'whole'])
      expect(facts(await world.log()).map((row) => row[1])).toEqual(['sent', 'sent'])
      await world.services.saveApiKey(world.access, { apiKey: world.key })
    })

    test('a refusal fails the sale, and its refund waits until the sale is sent again', async () => {
      const { services, access } = world
      way.respond(status(400, {}, 'bad'))
      const order = anOrder()
      await world.deliver(['order_create', order])
      await world.drain()
      await world.deliver(['order_refund', refundedOrder(order, 39.34)])
      await world.drain()
      expect((await world.log()).map((row) => row.status)).toEqual(['failed', 'held'])
      way.respond(null)
      const [sale] = await world.log()
      const resend = { id: sale?.id ?? '', mode: 'original', isSentAllowed: false } as const
      await services.resendTransmission(access, { ...resend, nonce: `click by ${name}` })
      await services.resendTransmission(access, { ...resend, nonce: `click by ${name}` })
      await world.drain()
      expect((await world.log()).map((row) => [row.status, row.attemptCount])).toEqual([
        ['sent', 2],
        ['sent', 1],
      ])
    })

    test('a lost answer is retried by schedule', async () => {
      way.respond(status(503, {}, ''))
      await world.deliver(['order_create', anOrder()])
      await world.drain()
      const [row] = await world.log()
      expect(row).toMatchObject({ status: 'retrying', reasonCode: 'answer-lost' })
      expect(Date.parse(row?.nextAttemptAt ?? '') - Date.now()).toBeLessThan(37_000)
    })
  })
})

async function untilTold(count: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const deadline = setTimeout(
    () => reject(new Error(`told: ${JSON.stringify(way.told())}`)),
    20_000,
  )
  const look = setInterval(() => {
    if (way.told().length >= count) resolve()
  }, 20)
  await promise.finally(() => {
    clearTimeout(deadline)
    clearInterval(look)
  })
}
