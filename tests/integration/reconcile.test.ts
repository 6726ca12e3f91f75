import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  anOrder,
  anUnpaidOrder,
  aSummary,
  type JsonObject,
  money,
  refundedOrder,
} from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld
let services: Awaited<ReturnType<typeof importServices>>

/** After the world is there: the modules read the environment when they are loaded. */
async function importServices() {
  const [{ reconcileOrders }, { listReconciledOrders }, { exportReconciliation }] =
    await Promise.all([
      import('#lib/services/reconcile-orders.ts'),
      import('#lib/services/list-reconciled-orders.ts'),
      import('#lib/services/export-reconciliation.ts'),
    ])
  return { reconcileOrders, listReconciledOrders, exportReconciliation }
}

beforeAll(async () => {
  world = await startRelayWorld()
  services = await importServices()
})
beforeEach(() => world.reset())
afterAll(() => world.close())

/** The month that all orders of `placed` are in. */
const MONTH = { from: new Date('2026-10-01T04:00:00Z'), to: new Date('2026-11-01T04:00:00Z') }

/** An order of the month: 29.00 goods, 7.95 shipping, 2.39 tax, 39.34 in all. */
function placed(overrides: JsonObject = {}): JsonObject {
  return anOrder({ creation_dts: '2026-10-15T12:00:00-04:00', ...overrides })
}

function inEuro(order: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(order).replaceAll('"USD"', '"EUR"'))
}

async function dollars() {
  const { currencies } = await services.reconcileOrders(world.access, MONTH)
  return currencies.find(({ currency }) => currency === 'USD')
}

function list(query: object = {}) {
  const all = { ...MONTH, currency: null, show: null, limit: 100, cursor: null }
  return services.listReconciledOrders(world.access, { ...all, ...query })
}

/** A month with every cause that can come up within it. */
async function fillMonth(): Promise<void> {
  const refunded = placed()
  const deleted = placed({ payment: { test_order: false } })
  await world.deliver(
    ['order_create', placed()],
    ['order_create', refunded],
    ['order_create', deleted],
    ['order_create', anUnpaidOrder({ creation_dts: '2026-10-02T00:00:00-04:00' })],
    ['order_create', placed({ payment: { test_order: true } })],
    [
      'order_reject',
      placed({ current_stage: 'Rejected', reject_dts: '2026-10-16T00:00:00-04:00' }),
    ],
    ['order_create', anOrder({ creation_dts: '2026-11-01T00:30:00-04:00' })],
    ['order_create', inEuro(placed({ summary: aSummary({ subtotal: 10 }) }))],
  )
  await world.drain()
  await world.deliver(['order_refund', refundedOrder(refunded, 9)], ['order_delete', deleted])
  await world.drain()
  world.ontraport.respond({ kind: 'status', status: 400 })
  await world.deliver(['order_create', placed()])
  await world.drain()
}

describe('a month', () => {
  test('each cause has its amount, and together they are the difference', async () => {
    await fillMonth()
    const month = await dollars()
    const causes = Object.fromEntries(
      (month?.causes ?? []).map(({ cause, cents }) => [cause, cents]),
    )
    expect(causes).toEqual({
      'shipping-handling': 795 * 2,
      unpaid: 3934,
      'test-order': 3934,
      rejected: 3934,
      failed: 3934,
      'deleted-after-relay': -(3934 - 795),
    })
    expect(month).toMatchObject({
      orderCount: 7,
      deletedCount: 1,
      ultracartCents: 6 * 3934 - 900,
      ontraportCents: 3 * (3934 - 795) - 900,
    })
    expect(month?.composition).toMatchObject({ shippingCents: 6 * 795, taxCents: 6 * 239 })
    expect(month?.doubts).toContainEqual({ kind: 'partial-refunds', effectCents: 900 })
  })

  test('an order of the next month by the merchant’s clock is left out', async () => {
    await world.deliver(['order_create', anOrder({ creation_dts: '2026-11-01T00:30:00-04:00' })])
    expect(await dollars()).toBeUndefined()
  })

  test('the orders listed under a cause are those that have it, with shares that add up to it', async () => {
    await fillMonth()
    const month = await dollars()
    for (const { cause, cents } of month?.causes ?? []) {
      const { orders } = await list({ show: cause, currency: 'USD' })
      const shares = orders.flatMap(({ causes }) => causes.filter((share) => share.cause === cause))
      expect(shares.reduce((sum, share) => sum + share.cents, 0)).toBe(cents)
      expect(shares).toHaveLength(orders.length)
    }
  })

  test('pages show every order once, newest first', async () => {
    await fillMonth()
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const page = await list({ limit: 3, cursor })
      ids.push(...page.orders.map(({ orderId }) => orderId))
      cursor = page.nextCursor
    } while (cursor !== null)
    const { orders } = await list()
    expect(ids).toEqual(orders.map(({ orderId }) => orderId))
    expect(new Set(ids).size).toBe(8)
  })

  test('the file has a line an order, whose causes add up to its difference', async () => {
    await fillMonth()
    const query = { ...MONTH, currency: 'USD', show: null }
    const body = await services.exportReconciliation(world.access, query)
    const [head = '', ...lines] = (await new Response(body).text()).trim().split('\r\n')
    const columns = head.split(',')
    expect(lines).toHaveLength(7)
    for (const line of lines) {
      const cells = line.split(',')
      const causes = columns.flatMap((column, at) =>
        column.startsWith('because') ? [Number(cells[at])] : [],
      )
      const sum = causes.reduce((total, cents) => total + cents, 0)
      expect(sum).toBeCloseTo(Number(cells[columns.indexOf('difference')]), 6)
    }
  })
})

test('a full refund that was booked leaves only the shipping that came with it', async () => {
  const order = placed()
  await world.deliver(['order_create', order])
  await world.drain()
  const full = refundedOrder(order, 39.34)
  const summary = {
    summary: { ...(full.summary as JsonObject), shipping_handling_refunded: money(7.95) },
  }
  await world.deliver(['order_refund', { ...full, ...summary }])
  await world.drain()
  expect(await dollars()).toMatchObject({ ultracartCents: 0, ontraportCents: 0, causes: [] })
})

test('a refund made after the month is named, since reports may count it in the month it was made', async () => {
  const order = placed()
  await world.deliver(['order_create', order])
  await world.drain()
  await world.deliver([
    'order_refund',
    { ...refundedOrder(order, 9), refund_dts: '2026-11-05T12:00:00-05:00' },
  ])
  await world.drain()
  expect((await dollars())?.doubts).toContainEqual({
    kind: 'refunds-after-period',
    effectCents: 900,
  })
})

test('an order paid later moves from unpaid to relayed', async () => {
  const order = anUnpaidOrder({ creation_dts: '2026-10-15T12:00:00-04:00' })
  await world.deliver(['order_create', order])
  expect((await dollars())?.states).toMatchObject([{ state: 'unpaid', orderCount: 1 }])
  await world.deliver(['order_payment_process', placed({ order_id: order.order_id })])
  expect((await dollars())?.states).toMatchObject([{ state: 'waiting', orderCount: 1 }])
  await world.drain()
  expect((await dollars())?.states).toMatchObject([{ state: 'relayed', orderCount: 1 }])
})

test('a resend that fails takes nothing back of what was accepted before', async () => {
  await world.deliver(['order_create', placed()])
  await world.drain()
  world.ontraport.respond({ kind: 'status', status: 400 })
  const [sale] = await world.log()
  const resend = {
    id: sale?.id ?? '',
    mode: 'as-mapped-today' as const,
    nonce: 'n1',
    isSentAllowed: true,
  }
  await world.services.resendTransmission(world.access, resend)
  await world.drain()
  expect((await world.log())[0]?.status).toBe('failed')
  expect((await dollars())?.states).toMatchObject([{ state: 'relayed', orderCount: 1 }])
})

test('a sale that was erased before it went out is not counted as relayed', async () => {
  await world.deliver(['order_create', placed()])
  const { erasePerson } = await import('#lib/services/erase-person.ts')
  const person = { email: 'zoe.nunez@example.com', isDryRun: false, waiting: 'skip' as const }
  await erasePerson(world.access, person)
  expect((await dollars())?.states).toMatchObject([{ state: 'other-reason', orderCount: 1 }])
})

test('another merchant’s orders are never counted', async () => {
  await world.deliver(['order_create', placed()])
  const stranger = { ...world.access, merchantId: 'OTHER' }
  const { currencies } = await services.reconcileOrders(stranger, MONTH)
  expect(currencies).toEqual([])
})

test('what happens in the sandbox is left out', async () => {
  await world.services.setSandbox(world.access, true)
  await world.deliver(['order_create', placed()])
  await world.services.setSandbox(world.access, false)
  expect(await dollars()).toBeUndefined()
})
