import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAutoOrder, anOrder, anUnpaidOrder, refundedOrder } from '#tests/support/build-order.ts'
import {
  anAutoOrderPostback,
  anItemElement,
  anOrderElement,
  anOrderPostback,
  type Elements,
} from '#tests/support/build-postback.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'
import { assertValid } from '#tests/support/xml-schema.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

beforeEach(() => world.reset())

const facts = async () => {
  await world.drain()
  return (await world.log()).map(({ type, status, amountCents }) => [type, status, amountCents])
}

const wordsSent = () =>
  world.ontraport.received.map((one) => /<status>(.*)<\/status>/.exec(one.body)?.[1])

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/ultracart-postback-${name}.xml`, import.meta.url), 'utf8')

/** The order of `anOrder` as the postback tells it. */
const postOrder = (order: { order_id?: unknown }, fields: Elements = {}, inside?: string) =>
  world.deliverText(
    anOrderPostback({
      fields: { order_id: String(order.order_id), ...fields },
      ...(inside !== undefined && { inside }),
    }),
  )

const refundedFields = (total: string): Elements => ({
  payment_status: 'Refunded',
  subtotal_refunded: total,
  total_refunded: total,
  refund_dts: '20 MAY 2026 09:15:00',
})

/** Why bodies were refused that are kept as evidence. */
async function keptRefusals(): Promise<(string | null)[]> {
  const { prisma } = await import('#lib/db/client.ts')
  const rows = await prisma().delivery.findMany({ where: { error: { not: null } } })
  return rows.map((row) => row.error)
}

const ACCEPTED = { accepted: 1, unchanged: 0, ignored: 0 }
const UNCHANGED = { accepted: 0, unchanged: 1, ignored: 0 }

describe('a store that has only the postback', () => {
  test('has its sale, its refund and its declined card told', async () => {
    for (const name of ['order', 'refund', 'auto-order'])
      expect(await world.deliverText(fixture(name))).toEqual(ACCEPTED)
    expect(await facts()).toEqual([
      ['sale', 'sent', 7225],
      ['refund', 'sent', 1802],
      ['auto-order-status', 'sent', null],
    ])
    const bodies = world.ontraport.received.map((one) => one.body)
    await assertValid(bodies.find((body) => body.includes('>Processed<')) ?? '', 'sale')
    await assertValid(bodies.find((body) => body.includes('>Refunded<')) ?? '', 'refund')
    expect(wordsSent()).toContain('card declined')
  })

  test('sent three times over changes nothing', async () => {
    const receipts = []
    for (const name of ['order', 'refund', 'auto-order', 'order', 'refund', 'auto-order'])
      receipts.push(await world.deliverText(fixture(name)))
    expect(receipts.slice(3)).toEqual([UNCHANGED, UNCHANGED, UNCHANGED])
    expect(await facts()).toHaveLength(3)
  })

  test('has an order that was refunded before it was ever heard of told as sale and refund', async () => {
    await world.deliverText(fixture('refund'))
    expect(await facts()).toEqual([
      ['sale', 'sent', 7225],
      ['refund', 'sent', 1802],
    ])
  })

  test('may send an export of many orders at once', async () => {
    const orders = ['A', 'B', 'C'].map((name) =>
      anOrderElement({ fields: { order_id: `DEMO-${name}` } }),
    )
    expect(await world.deliverText(`<export>${orders.join('')}</export>`)).toEqual({
      ...ACCEPTED,
      accepted: 3,
    })
  })

  test('has a body that is no postback refused and kept', async () => {
    const fault = expect.stringContaining('line 1, column 16')
    await expect(world.deliverText('<export><order></export>')).rejects.toMatchObject({
      code: 'malformed',
      publicMessage: fault,
    })
    expect(await keptRefusals()).toEqual([fault])
  })
})

describe('one order by webhook and by postback', () => {
  test('is one sale, whichever comes first', async () => {
    const first = anOrder()
    await world.deliver(['order_create', first])
    expect(await postOrder(first)).toEqual(UNCHANGED)
    const second = anOrder()
    expect(await postOrder(second)).toEqual(ACCEPTED)
    expect(await world.deliver(['order_payment_process', second])).toEqual(UNCHANGED)
    expect(await facts()).toEqual([
      ['sale', 'sent', 3934],
      ['sale', 'sent', 3934],
    ])
  })

  test.each(['AR', 'PO'])('in stage %s is held and released by the webhook', async (stage) => {
    const order = anOrder()
    await postOrder(order, { current_stage: stage, payment_status: 'Unprocessed' })
    const [held] = await world.log()
    expect(held).toMatchObject({ status: 'held', reasonCode: 'stage-before-payment' })
    await world.deliver(['order_payment_process', order])
    await world.drain()
    expect(await world.log()).toMatchObject([{ id: held?.id, status: 'sent' }])
  })

  test('is held by the webhook and released by the postback, with all that the webhook told', async () => {
    const order = anUnpaidOrder()
    await world.deliver(['order_create', order])
    await postOrder(order)
    expect(await facts()).toEqual([['sale', 'sent', 3934]])
    const sale = world.ontraport.received[0]?.body ?? ''
    expect(sale).toContain('<shipping_method>USPS: Priority Mail</shipping_method>')
    expect(sale).toContain('<customer_ip_address>192.0.2.44</customer_ip_address>')
    expect(sale).toContain('<item_weight>0.5 LB</item_weight>')
  })

  test('that was paid is not held again by a late postback', async () => {
    const order = anOrder()
    await world.deliver(['order_create', order])
    await postOrder(order, { current_stage: 'AR', payment_status: 'Unprocessed' })
    expect(await facts()).toEqual([['sale', 'sent', 3934]])
  })

  test('that the webhook called a test stays one', async () => {
    const order = anOrder({ payment: { test_order: true } })
    await world.deliver(['order_create', order])
    await postOrder(order, { test_order: null })
    expect(await facts()).toEqual([['sale', 'skipped', 3934]])
  })

  test('has a refund of the same running total told once, whichever comes first', async () => {
    const first = anOrder()
    await world.deliver(['order_create', first])
    await postOrder(first, refundedFields('10.00'))
    expect(await world.deliver(['order_refund', refundedOrder(first, 10)])).toEqual(UNCHANGED)
    const second = anOrder()
    await world.deliver(['order_create', second], ['order_refund', refundedOrder(second, 10)])
    expect(await postOrder(second, refundedFields('10.00'))).toEqual(UNCHANGED)
    expect(await facts()).toEqual([
      ['sale', 'sent', 3934],
      ['refund', 'sent', 1000],
      ['sale', 'sent', 3934],
      ['refund', 'sent', 1000],
    ])
  })

  test('has what a later refund adds told, and no cent of rounding', async () => {
    const order = anOrder()
    await world.deliver(['order_create', order], ['order_refund', refundedOrder(order, 10)])
    expect(await postOrder(order, refundedFields('10.01'))).toEqual(UNCHANGED)
    expect(await postOrder(order, refundedFields('39.34'))).toEqual(ACCEPTED)
    expect(await world.deliver(['order_refund', refundedOrder(order, 39.34)])).toEqual(UNCHANGED)
    expect(await facts()).toEqual([
      ['sale', 'sent', 3934],
      ['refund', 'sent', 1000],
      ['refund', 'sent', 2934],
    ])
  })

  test('keeps its amounts when the postback names another currency', async () => {
    const order = anOrder()
    await world.deliver(['order_create', order])
    const inEuro = { ...refundedFields('12.00'), total: '41.00', currency_code: 'EUR' }
    expect(await postOrder(order, inEuro)).toEqual(UNCHANGED)
    expect(await facts()).toEqual([['sale', 'sent', 3934]])
  })

  test('lacks nothing of its items once the postback has named them as well', async () => {
    const order = anUnpaidOrder()
    await world.deliver(['order_create', order])
    const renamed = anItemElement({ fields: { description: 'Tea Club', kit: null } })
    await postOrder(order, {}, renamed)
    await world.drain()
    const [row] = await world.log()
    expect((await world.detail(row?.id ?? '')).lines).toMatchObject([
      { itemId: 'CLUB-MONTHLY', description: 'Tea Club', quantity: 1, amountCents: 2900 },
    ])
  })
})

describe('one auto order by webhook and by postback', () => {
  const postWord = (autoOrder: { auto_order_code?: unknown }, status: string) =>
    world.deliverText(
      anAutoOrderPostback({
        fields: { auto_order_code: String(autoOrder.auto_order_code), status },
      }),
    )

  test.each([
    ['active', {}],
    ['card declined', { credit_card_attempt: 1 }],
    ['cancelled', { status: 'canceled' }],
    ['cancelled upgrade', { status: 'canceled', cancel_upgrade: true }],
    ['cancelled downgrade', { status: 'canceled', cancel_downgrade: true }],
    ['terminated', { status: 'disabled' }],
  ])('that is %s is told once', async (word, overrides) => {
    const autoOrder = anAutoOrder(overrides)
    await world.deliver(['auto_order_update', autoOrder])
    expect(await postWord(autoOrder, word)).toEqual(UNCHANGED)
    const another = anAutoOrder(overrides)
    expect(await postWord(another, word)).toEqual(ACCEPTED)
    expect(await world.deliver(['auto_order_update', another])).toEqual(UNCHANGED)
    await world.drain()
    const told = word === 'cancelled downgrade' ? 'cancelled download' : word
    expect(wordsSent()).toEqual([told, told])
  })

  test('has a new word told with the address that only the postback brought', async () => {
    const autoOrder = anAutoOrder({ original_order: undefined })
    await world.deliver(['auto_order_create', autoOrder])
    await postWord(autoOrder, 'card declined')
    await world.drain()
    expect(wordsSent()).toEqual(['active', 'card declined'])
    const [before, after] = world.ontraport.received.map((one) => one.body)
    expect(before).not.toContain('<email>')
    expect(after).toContain('<email>zoe.nunez@example.com</email>')
  })

  test('with a word that is none of the six is noted and not told', async () => {
    const autoOrder = anAutoOrder()
    await postWord(autoOrder, 'on holiday')
    expect(await world.log()).toMatchObject([{ status: 'skipped', reasonCode: 'unknown-status' }])
  })
})

describe('a compressed delivery', () => {
  const packed = (value: unknown) => gzipSync(JSON.stringify(value)).toString('base64')

  test('is taken like a plain one', async () => {
    const order = anOrder()
    const events = packed([{ order_create: order }])
    expect(await world.deliverText(JSON.stringify({ events }))).toEqual(ACCEPTED)
    expect(await world.deliverText(packed({ events: [{ order_create: order }] }))).toEqual(
      UNCHANGED,
    )
    expect(await facts()).toEqual([['sale', 'sent', 3934]])
  })

  test('that is a bomb is refused as too large and kept', async () => {
    const bomb = Buffer.concat(Array(100).fill(gzipSync(Buffer.alloc(1_000_000))))
    await expect(world.deliverText(bomb.toString('base64'))).rejects.toMatchObject({
      code: 'too-large',
    })
    expect(await keptRefusals()).toEqual(['The body is larger than 32 MB once inflated'])
  })
})
