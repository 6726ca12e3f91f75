import { expect, test } from 'vitest'
import { anAutoOrder, anItem, anOrder, aWebhook } from '#tests/support/build-order.ts'
import { readJson, refusalOf, toBytes } from '#tests/support/read-webhook.ts'

test('an object with a list of events is read', () => {
  const order = anOrder()
  expect(readJson({ events: [{ order_create: order }] })).toMatchObject([
    {
      kind: 'snapshot',
      eventName: 'order_create',
      path: 'events[0].order_create',
      snapshot: { kind: 'order', merchantId: 'DEMO', orderId: order.order_id },
    },
  ])
})

test('a bare list of events is read the same way', () => {
  const order = anOrder()
  const [event] = readJson([{ order_create: order }])
  const [enveloped] = readJson({ events: [{ order_create: order }] })
  expect(event).toEqual({ ...enveloped, path: '[0].order_create' })
})

test('a mixed batch keeps its order', () => {
  const events = readJson(
    aWebhook([
      ['item_update', anItem()],
      ['order_create', anOrder()],
      ['auto_order_rebill', anAutoOrder()],
      ['customer_update', { email: 'zoe@example.com' }],
    ]),
  )
  expect(events.map((one) => (one.kind === 'snapshot' ? one.snapshot.kind : one.kind))).toEqual([
    'item',
    'order',
    'auto-order',
    'ignored',
  ])
})

test('each key of an element with several is an event', () => {
  const events = readJson({ events: [{ order_create: anOrder(), item_create: anItem() }] })
  expect(events.map((one) => one.path)).toEqual(['events[0].order_create', 'events[0].item_create'])
})

test('an empty list of events is no fault', () => {
  expect(readJson({ events: [] })).toEqual([])
  expect(readJson([])).toEqual([])
})

test.each([
  'order_create',
  'order_delete',
  'order_payment_failed',
  'order_payment_process',
  'order_refund',
  'order_reject',
  'order_ship',
  'order_stage_change',
  'order_update',
  'order_invented_later',
])('%s brings an order', (eventName) => {
  expect(readJson(aWebhook([[eventName, anOrder()]]))).toMatchObject([
    { kind: 'snapshot', snapshot: { kind: 'order', eventName } },
  ])
})

test.each([
  'auto_order_cancel',
  'auto_order_create',
  'auto_order_decline',
  'auto_order_disable',
  'auto_order_preshipment',
  'auto_order_rebill',
  'auto_order_update',
  'auto_order_invented_later',
])('%s brings an auto order', (eventName) => {
  expect(readJson(aWebhook([[eventName, anAutoOrder()]]))).toMatchObject([
    { kind: 'snapshot', snapshot: { kind: 'auto-order', eventName } },
  ])
})

test.each([
  ['order_s3_invoice', { order_id: 'DEMO-1', s3_key: 'a.pdf' }, 'it carries no order'],
  ['order_s3_packing_slip', {}, 'it carries no order'],
  ['order_abandon_recovery', null, 'it carries no order'],
  ['auto_order_invented_later', { status: 'active' }, 'it carries no auto order'],
  ['customer_create', {}, 'the relay has no use for events of this kind'],
  ['checkout_cart_abandon', [], 'the relay has no use for events of this kind'],
  ['fulfillment_transmit', { order_id: 'DEMO-1' }, 'the relay has no use for events of this kind'],
  ['item_invented_later', {}, 'the relay has no use for events of this kind'],
  ['', 'x', 'the relay has no use for events of this kind'],
  ['affiliate_update', {}, 'it carries no affiliate'],
])('%s is ignored when it carries %j', (eventName, model, reason) => {
  expect(readJson(aWebhook([[eventName, model]]))).toMatchObject([
    { kind: 'ignored', eventName, reason },
  ])
})

test('an abandoned order that was recovered is an order when it carries one', () => {
  expect(readJson(aWebhook([['order_abandon_recovery', anOrder()]]))).toMatchObject([
    { kind: 'snapshot', snapshot: { kind: 'order' } },
  ])
})

test('the name of an event is trimmed and may not run on', () => {
  const events = readJson([{ ' order_create ': anOrder() }, { ['x'.repeat(500)]: {} }])
  expect(events[0]).toMatchObject({ kind: 'snapshot', eventName: 'order_create' })
  expect(events[1]?.eventName).toHaveLength(100)
})

test('keys that JavaScript knows as prototypes are events like any other unknown one', () => {
  const body = new TextEncoder().encode(
    '{"events":[{"__proto__":{"order_id":"x"},"constructor":{"prototype":{}},"toString":1}]}',
  )
  expect(refusalOf(body)).toBeNull()
  expect(Object.hasOwn(Object.prototype, 'order_id')).toBe(false)
})

test('an order of another merchant is refused with its place and both ids', () => {
  expect(refusalOf(toBytes(aWebhook([['order_create', anOrder({ merchant_id: 'OTHER' })]])))).toBe(
    'events[0].order_create.merchant_id is "OTHER", but this address belongs to "DEMO"',
  )
})

test('merchant ids differ by case', () => {
  expect(refusalOf(toBytes(aWebhook([['item_update', anItem({ merchant_id: 'demo' })]])))).toBe(
    'events[0].item_update.merchant_id is "demo", but this address belongs to "DEMO"',
  )
})

test('a merchant id on the envelope is held against the address, too', () => {
  expect(refusalOf(toBytes({ merchant_id: 'OTHER', events: [] }))).toBe(
    'merchant_id is "OTHER", but this address belongs to "DEMO"',
  )
})

test.each([undefined, null, ''])('an order without a merchant id (%j) is read', (merchant_id) => {
  expect(refusalOf(toBytes(aWebhook([['order_create', anOrder({ merchant_id })]])))).toBeNull()
})

test.each([
  [{}, 'events is missing'],
  [{ events: null }, 'events is not a list'],
  [{ events: 7 }, 'events is not a list'],
  [{ events: { order_create: {} } }, 'events is not a list'],
  [7, 'The body is neither an object nor a list'],
  [null, 'The body is neither an object nor a list'],
  [{ events: [null] }, 'events[0] is not an object'],
  [[[]], '[0] is not an object'],
  [{ events: [{}] }, 'events[0] names no event'],
  [{ events: [{ order_create: null }] }, 'events[0].order_create is not an object'],
  [{ events: [{ order_update: [] }] }, 'events[0].order_update is not an object'],
  [{ events: [{ auto_order_create: 'x' }] }, 'events[0].auto_order_create is not an object'],
  [{ events: [{ item_create: 1 }] }, 'events[0].item_create is not an object'],
  [{ events: [{ order_create: {} }] }, 'events[0].order_create.order_id is missing'],
  [
    [{ customer_create: {} }, { order_create: { order_id: '\0 ' } }],
    '[1].order_create.order_id is missing',
  ],
  [{ events: [{ order_create: { order_id: {} } }] }, 'events[0].order_create.order_id is not text'],
  [
    { events: [{ order_create: { order_id: 'x'.repeat(101) } }] },
    'events[0].order_create.order_id is longer than 100 characters',
  ],
  [
    { events: [{ order_create: { order_id: 'D-1', merchant_id: [] } }] },
    'events[0].order_create.merchant_id is not text',
  ],
  [
    { events: [{ auto_order_update: {} }] },
    'events[0].auto_order_update.auto_order_code is missing',
  ],
  [{ events: [{ item_update: {} }] }, 'events[0].item_update.merchant_item_id is missing'],
  [
    { events: [{ order_id: 'DEMO-1', current_stage: 'Rejected' }] },
    'events[0] should name its event, such as order_create, but holds order_id itself',
  ],
])('%j is refused with the place of its fault', (body, sentence) => {
  expect(refusalOf(toBytes(body))).toBe(sentence)
})

test.each([
  [{ items: {} }, 'items is not a list'],
  [{ items: 'x' }, 'items is not a list'],
  [{ items: [{}, null] }, 'items[1] is not an object'],
  [{ items: [{ cost: { value: 'abc' } }] }, 'items[0].cost.value is not an amount'],
  [
    { items: [{ options: [{ cost_change: 'free' }] }] },
    'items[0].options[0].cost_change is not an amount',
  ],
  [{ summary: { total: 'NaN' } }, 'summary.total is not an amount'],
  [{ summary: { total: { value: 'Infinity' } } }, 'summary.total.value is not an amount'],
  [{ summary: { total: { value: {} } } }, 'summary.total.value is not an amount'],
  [{ summary: { total: [] } }, 'summary.total is not an amount'],
  [{ summary: { tax: true } }, 'summary.tax is not an amount'],
  [{ summary: { total: { value: '1,000.00' } } }, 'summary.total.value is not an amount'],
  [{ summary: { total: { value: 1e11 } } }, 'summary.total.value is too large an amount'],
  [{ payment: { surcharge: '$1' } }, 'payment.surcharge is not an amount'],
])('an order with %j is refused with the place of its fault', (broken, place) => {
  const body = toBytes(aWebhook([['order_create', { order_id: 'DEMO-1', ...broken }]]))
  expect(refusalOf(body)).toBe(`events[0].order_create.${place}`)
})

test('a number that overflows is refused as an amount', () => {
  const body = '[{"order_create":{"order_id":"D-1","summary":{"total":{"value":1e999}}}}]'
  expect(refusalOf(new TextEncoder().encode(body))).toBe(
    '[0].order_create.summary.total.value is not an amount',
  )
})

test('one broken event refuses the whole body, so that none is lost', () => {
  expect(refusalOf(toBytes([{ order_create: anOrder() }, { order_create: {} }]))).toBe(
    '[1].order_create.order_id is missing',
  )
})

test('a body of 10,000 events is read and one more is refused', () => {
  const event = { customer_create: {} }
  expect(readJson(Array(10_000).fill(event))).toHaveLength(10_000)
  expect(refusalOf(toBytes(Array(10_001).fill(event)))).toBe(
    'The body brings more than 10000 events',
  )
})

test('strange names in a sentence are quoted and cut', () => {
  const sentence = refusalOf(
    toBytes([{ order_create: anOrder({ merchant_id: 'é\0'.repeat(900) }) }]),
  )
  expect(sentence?.length).toBeLessThan(220)
  expect(sentence).not.toContain('\0')
})
