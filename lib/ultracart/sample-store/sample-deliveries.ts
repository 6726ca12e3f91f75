import { SAMPLE_ITEMS, type SampleItem } from '#lib/domain/sample-items.ts'
import { sampleAutoOrder } from './sample-auto-order.ts'
import { SAMPLE_BUYERS } from './sample-buyers.ts'
import { instant, type Model, money, type SampleOrder, sampleOrder } from './sample-order.ts'

export type SampleStore = {
  merchantId: string
  now: Date
  /** No order is older than this, so that the start date leaves none out. */
  notBefore: Date | null
}

/** The body of one webhook. */
export type SampleDelivery = { events: Model[] }

const { zoe, sakura, olga, hong, omar } = SAMPLE_BUYERS

/**
 * The life of an invented store as the webhooks that UltraCart would have sent,
 * in their order: paid, unpaid and then paid, held, test and free orders,
 * refunds in part and in whole, two items under one name, an order of forty
 * lines, a kit, and auto orders that renew, decline and end. The ids are fresh
 * for each second.
 */
export function sampleDeliveries(store: SampleStore): SampleDelivery[] {
  return [
    deliver(...SAMPLE_ITEMS.map((item) => ({ item_create: sampleItem(item, store) }))),
    ...sales(store),
    ...heldOrders(store),
    ...refunds(store),
    ...subscriptions(store),
  ]
}

function sales(store: SampleStore): SampleDelivery[] {
  const order = orderMaker(store)
  const tea = { itemId: 'RELAY-SAMPLE-TEA', quantity: 2 } as const
  const first = order(1, zoe, [tea, { itemId: 'RELAY-SAMPLE-POT' }], { shippingCents: 795 })
  const sameName = order(2, olga, [
    { itemId: 'RELAY-SAMPLE-MUG' },
    { itemId: 'RELAY-SAMPLE-MUG-2' },
  ])
  const kit = order(3, hong, [
    { itemId: 'RELAY-SAMPLE-SET' },
    { itemId: 'RELAY-SAMPLE-POT', kitPlace: 1 },
    { itemId: 'RELAY-SAMPLE-MUG', kitPlace: 1 },
  ])
  const free = order(4, omar, [{ itemId: 'RELAY-SAMPLE-BOX', priceCents: 0 }])
  const test = order(5, zoe, [tea], { isTest: true })
  return [first, sameName, kit, free, test, fortyLines(store)].map((sale) =>
    deliver({ order_create: sampleOrder(sale) }),
  )
}

function fortyLines(store: SampleStore): SampleOrder {
  const lines = Array.from({ length: 40 }, (_, at) => ({
    itemId: 'RELAY-SAMPLE-BOX' as const,
    priceCents: 300 + 5 * at,
    description: `Tasting box, tea ${at + 1} of 40`,
  }))
  return orderMaker(store)(6, sakura, lines, { shippingCents: 1250 })
}

function heldOrders(store: SampleStore): SampleDelivery[] {
  const order = orderMaker(store)
  const later = order(7, sakura, [{ itemId: 'RELAY-SAMPLE-POT' }], { shippingCents: 795 })
  const unpaid = { stage: 'Accounts Receivable', payment: 'Unprocessed' }
  const inReview = order(8, omar, [{ itemId: 'RELAY-SAMPLE-TEA' }], {
    standing: { stage: 'Fraud Review', payment: 'Authorized' },
  })
  return [
    deliver({ order_create: sampleOrder({ ...later, standing: unpaid }) }),
    deliver({ order_payment_process: sampleOrder(later) }),
    deliver({ order_create: sampleOrder(inReview) }),
  ]
}

function refunds(store: SampleStore): SampleDelivery[] {
  const order = orderMaker(store)
  const part = order(9, olga, [{ itemId: 'RELAY-SAMPLE-TEA', quantity: 3 }], { shippingCents: 795 })
  const whole = order(10, hong, [{ itemId: 'RELAY-SAMPLE-MUG' }], { shippingCents: 595 })
  const refundedInPart = {
    ...part,
    refund: { lines: [{ place: 1, quantity: 1 }], isFull: false, at: store.now },
  }
  const refundedInWhole = {
    ...whole,
    standing: { stage: 'Rejected', payment: 'Refunded' },
    refund: { lines: [{ place: 1, quantity: 1 }], isFull: true, at: store.now },
  }
  return [
    deliver({ order_create: sampleOrder(part) }, { order_create: sampleOrder(whole) }),
    deliver({ order_refund: sampleOrder(refundedInPart) }),
    deliver({ order_refund: sampleOrder(refundedInWhole) }),
  ]
}

function subscriptions(store: SampleStore): SampleDelivery[] {
  const { merchantId, now } = store
  const club = { itemId: 'RELAY-SAMPLE-CLUB', schedule: 'Monthly' } as const
  const [first, second] = [1, 2].map((at) => `SMPL${serial(store)}${at}`)
  const begin = (place: number, buyer: SampleOrder['buyer'], code = '') => {
    const order = orderMaker(store)(place, buyer, [club])
    return { ...order, autoOrder: { code, originalOrderId: order.orderId } }
  }
  const start = begin(11, zoe, first)
  const rebill = { ...begin(12, zoe, first), autoOrder: start.autoOrder }
  const other = begin(13, sakura, second)
  const autoOrder = (
    of: typeof start,
    standing: Parameters<typeof sampleAutoOrder>[0]['standing'],
  ) =>
    sampleAutoOrder({
      merchantId,
      code: of.autoOrder.code,
      original: sampleOrder(of),
      standing,
      now,
    })
  return [
    deliver(
      { order_create: sampleOrder(start) },
      { auto_order_create: autoOrder(start, 'active') },
      { order_create: sampleOrder(other) },
      { auto_order_create: autoOrder(other, 'active') },
    ),
    deliver(
      { order_create: sampleOrder(rebill) },
      { auto_order_rebill: autoOrder(start, 'active') },
    ),
    deliver({ auto_order_decline: autoOrder(start, 'declined') }),
    deliver({ auto_order_cancel: autoOrder(start, 'cancelled') }),
    deliver({ auto_order_cancel: autoOrder(other, 'cancelled-for-downgrade') }),
  ]
}

type More = Partial<Pick<SampleOrder, 'shippingCents' | 'isTest' | 'standing'>>

/** Orders of the last two hours, the last place the newest. */
function orderMaker(store: SampleStore) {
  return (
    place: number,
    buyer: SampleOrder['buyer'],
    lines: SampleOrder['lines'],
    more: More = {},
  ): SampleOrder => ({
    merchantId: store.merchantId,
    orderId: `${store.merchantId}-${serial(store)}${String(place).padStart(2, '0')}`,
    createdAt: momentBefore(store, 120 - 8 * place),
    buyer,
    lines,
    ...more,
  })
}

const MINUTE_MS = 60_000

/** In whole seconds, as UltraCart gives it, and rounded up, so as not to fall before the start date. */
function momentBefore({ now, notBefore }: SampleStore, minutes: number): Date {
  const wanted = now.getTime() - minutes * MINUTE_MS
  const time = Math.max(wanted, notBefore?.getTime() ?? wanted)
  return new Date(Math.ceil(time / 1_000) * 1_000)
}

function serial({ now }: SampleStore): string {
  return String(Math.floor(now.getTime() / 1_000)).slice(-8)
}

function deliver(...events: Model[]): SampleDelivery {
  return { events }
}

function sampleItem(
  { itemId, description, oapProductId, priceCents, isKit }: SampleItem,
  { merchantId, now }: SampleStore,
): Model {
  return {
    merchant_id: merchantId,
    merchant_item_id: itemId,
    description,
    inactive: false,
    kit: isKit,
    kit_component_only: false,
    last_modified_dts: instant(now),
    pricing: { cost: money(priceCents), currency_code: 'USD' },
    content: {
      attributes: oapProductId === '' ? [] : [{ name: 'oapProductid', value: oapProductId }],
    },
  }
}
