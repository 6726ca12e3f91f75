import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { HttpFront } from '#lib/http-front.ts'
import {
  anOrder,
  anUnpaidOrder,
  type JsonObject,
  refundedOrder,
} from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

const BUYER = 'zoe.nunez@example.com'

let world: RelayWorld
let services: Awaited<ReturnType<typeof importServices>>
let front: HttpFront
let patienceMs = 0

beforeAll(async () => {
  world = await startRelayWorld()
  services = await importServices()
  front = services.createHttpFront({
    routes: [
      {
        method: 'GET',
        path: '/api/pixel/{merchantId}',
        answer: ({ method, params, query, address }) =>
          services.renderPixel(
            {
              merchantId: params.merchantId ?? '',
              query,
              address,
              isHead: method === 'HEAD',
            },
            { patienceMs },
          ),
      },
    ],
    fallback: async (_request, response) => void response.end(),
    publicUrl: 'http://127.0.0.1',
  })
  front.server.listen(0, '127.0.0.1')
  await once(front.server, 'listening')
  await useMethod('pixel')
  await setTheme('default', 'acme.ontraport.com')
  await setTheme('SHOP', 'https://shop.ontraport.com/p?order_id=1')
})

afterAll(async () => {
  await front.close(AbortSignal.abort())
  await world.close()
})

beforeEach(() => {
  patienceMs = 0
})

/** After the stand-in for ONTRAPORT is there: the environment is read when modules are loaded. */
async function importServices() {
  const modules = await Promise.all([
    import('#lib/http-front.ts'),
    import('#lib/services/render-pixel.ts'),
    import('#lib/services/set-theme.ts'),
    import('#lib/services/remove-theme.ts'),
    import('#lib/services/set-merchant.ts'),
  ])
  const [front, pixel, set, remove, merchant] = modules
  return { ...front, ...pixel, ...set, ...remove, ...merchant }
}

const useMethod = (method: string, ...rules: [string, string][]) =>
  services.setMerchant('DEMO', { method, rules })

const setTheme = (theme: string, ontraportHost: string) =>
  services.setTheme(world.access, { theme, ontraportHost })

type Answer = { status: number; location: URL | null; headers: Headers; body: Buffer }

async function call(
  given: Record<string, string>,
  merchantId = 'DEMO',
  method = 'GET',
): Promise<Answer> {
  const address = front.server.address() as AddressInfo
  const query = new URLSearchParams(given)
  const response = await fetch(
    `http://127.0.0.1:${address.port}/api/pixel/${merchantId}?${query}`,
    {
      method,
      redirect: 'manual',
    },
  )
  const location = response.headers.get('location')
  return {
    status: response.status,
    location: location === null ? null : new URL(location),
    headers: response.headers,
    body: Buffer.from(await response.arrayBuffer()),
  }
}

const receiptOf = (order: JsonObject, more: Record<string, string> = {}) => ({
  theme: 'DFLT',
  order: String(order.order_id),
  ...more,
})

async function aDeliveredOrder(overrides: JsonObject = {}): Promise<JsonObject> {
  const order = anOrder(overrides)
  await world.deliver(['order_create', order])
  return order
}

const pixelsOf = async (order: JsonObject | string) =>
  (await world.log(typeof order === 'string' ? order : String(order.order_id))).filter(
    (row) => row.type === 'pixel',
  )

const names = (url: URL | null) => [...(url?.searchParams.keys() ?? [])]

function expectImage(answer: Answer): void {
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/gif')
  expect(answer.body.subarray(0, 6).toString()).toBe('GIF89a')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.location).toBeNull()
}

describe('a receipt that brings its buyer’s email', () => {
  test('is sent on to the theme’s ONTRAPORT host with the order, once', async () => {
    const order = await aDeliveredOrder()
    const receipt = receiptOf(order, {
      theme: 'shop',
      email: BUYER.toUpperCase(),
      subtotal: '29.00',
    })
    const first = await call(receipt)
    expect(first.status).toBe(302)
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(first.headers.get('referrer-policy')).toBe('no-referrer')
    expect(first.location?.origin + (first.location?.pathname ?? '')).toBe(
      'https://shop.ontraport.com/p',
    )
    expect(Object.fromEntries(first.location?.searchParams ?? [])).toMatchObject({
      order_id: order.order_id,
      email: BUYER.toUpperCase(),
      First_Name: 'Zoë',
      Country: 'US',
      item_id_1: 'CLUB-MONTHLY',
      item_qty_1: '1',
      item_price_1: '29.00',
      tax: '2.39',
      shipping_amt: '7.95',
    })
    expectImage(await call(receipt))
  })

  test('stands in the log with its address, its lines and its order', async () => {
    const order = await aDeliveredOrder()
    const { location } = await call(receiptOf(order, { email: BUYER }))
    const [row] = await pixelsOf(order)
    expect(row).toMatchObject({
      type: 'pixel',
      status: 'sent',
      reason: null,
      email: BUYER,
      amountCents: 3934,
      currency: 'USD',
    })
    expect(row?.description).toContain('acme.ontraport.com')
    expect(JSON.stringify(row).replace(`"email":"${BUYER}"`, '')).not.toContain('zoe')
    const detail = await world.detail(row?.id ?? '')
    expect(detail.request).toBe(location?.href)
    expect(detail.lines).toMatchObject([{ itemId: 'CLUB-MONTHLY', productName: 'CLUB-MONTHLY' }])
    expect(detail.neighbours).toMatchObject([{ type: 'sale', reasonCode: 'pixel-method' }])
  })

  test('cannot be sent once more from the log, since only the buyer’s browser has the cookie', async () => {
    const order = await aDeliveredOrder()
    await call(receiptOf(order, { email: BUYER }))
    const [row] = await pixelsOf(order)
    const again = { id: row?.id ?? '', mode: 'original', nonce: 'n', isSentAllowed: true } as const
    await expect(world.services.resendTransmission(world.access, again)).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('of fifty at once one is redirected', async () => {
    const order = await aDeliveredOrder()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => call(receiptOf(order, { email: BUYER }))),
    )
    expect(answers.filter((answer) => answer.status === 302)).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 302)) expectImage(answer)
    expect(await pixelsOf(order)).toHaveLength(1)
  })

  test('is one a theme: the same order under another theme has its own', async () => {
    const order = await aDeliveredOrder()
    const answers = [
      await call(receiptOf(order, { theme: 'SHOP', email: BUYER })),
      await call(receiptOf(order, { theme: 'DFLT', email: BUYER })),
      await call(receiptOf(order, { theme: 'ANOTHER', email: BUYER })),
    ]
    expect(answers.map(({ location }) => location?.host)).toEqual([
      'shop.ontraport.com',
      'acme.ontraport.com',
      undefined,
    ])
  })

  test('waits a moment for the webhook, which often comes after the receipt', async () => {
    patienceMs = 20_000
    const order = anOrder()
    const answer = call(receiptOf(order, { email: BUYER }))
    await world.deliver(['order_create', order])
    const { location } = await answer
    expect(location?.searchParams.get('First_Name')).toBe('Zoë')
  })

  test('waits a moment for the payment, too, when the order is known and not yet paid', async () => {
    patienceMs = 20_000
    const order = anOrder()
    await world.deliver(['order_create', anUnpaidOrder({ order_id: order.order_id })])
    const answer = call(receiptOf(order, { email: BUYER }))
    await world.deliver(['order_payment_process', order])
    expect(names((await answer).location)).toContain('item_id_1')
  })

  test('spells the email as the merchant’s own pixel does', async () => {
    await setTheme('SPELT', '<img src="https://acme.ontraport.com/p?order_id=1&amp;E-Mail=[x]">')
    const order = await aDeliveredOrder()
    const { location } = await call(receiptOf(order, { theme: 'SPELT', email: BUYER }))
    expect(location?.searchParams.get('E-Mail')).toBe(BUYER)
    await services.setMerchant('DEMO', { rules: [['pixel-email', 'email']] })
  })

  test('carries the discounted price and the name that is mapped', async () => {
    const { prisma } = await import('#lib/db/client.ts')
    await prisma().productMapping.create({
      data: { merchantId: 'DEMO', itemId: 'TEA-MAPPED', productName: 'Tea & Co' },
    })
    const order = await aDeliveredOrder({
      items: [
        {
          merchant_item_id: 'TEA-MAPPED',
          item_index: 1,
          quantity: 2,
          total_cost_with_discount: { value: 10, currency_code: 'USD' },
        },
      ],
    })
    const { location } = await call(receiptOf(order, { email: BUYER }))
    expect(location?.searchParams.get('item_id_1')).toBe('Tea & Co')
    expect(location?.searchParams.get('item_price_1')).toBe('5.00')
  })
})

describe('a receipt without proof', () => {
  test.each([
    ['no email', {}],
    ['another’s email', { email: 'eve@example.com' }],
    ['an email token that UltraCart did not know', { email: '[email]' }],
  ])('that brings %s gets nothing that it did not bring', async (_, brought) => {
    const order = await aDeliveredOrder()
    const { status, location } = await call(receiptOf(order, { subtotal: '29.00', ...brought }))
    expect(status).toBe(302)
    const isEmail = 'email' in brought && brought.email.includes('@')
    expect(names(location)).toEqual([
      'order_id',
      ...(isEmail ? ['email'] : []),
      'item_id_1',
      'item_external_id_1',
      'item_qty_1',
      'item_price_1',
    ])
    expect(location?.href).not.toMatch(/TEA-GREEN|zoe|Z%C3|39\.34|2\.39/i)
    const [row] = await pixelsOf(order)
    expect(row).toMatchObject({ status: 'sent', reasonCode: 'pixel-unproven', email: null })
  })

  test('is answered alike whether the order exists or not', async () => {
    const known = await aDeliveredOrder()
    const unpaid = anUnpaidOrder()
    await world.deliver(['order_create', unpaid])
    const shapeOf = async (order: JsonObject) => {
      const answers = []
      for (const email of ['eve@example.com', 'eve@example.com', 'mallory@example.com', ''])
        answers.push(await call(receiptOf(order, { email, subtotal: '5' })))
      return answers.map(({ status, location, headers, body }) => [
        status,
        location?.href.replace(String(order.order_id), 'ORDER'),
        [...headers].filter(([name]) => !['date', 'location'].includes(name)),
        body.length,
      ])
    }
    const unknown = await shapeOf(anOrder())
    expect(await shapeOf(known)).toEqual(unknown)
    expect(await shapeOf(unpaid)).toEqual(unknown)
  })

  test('waits for an order that is known as long as for one that is not', async () => {
    const known = await aDeliveredOrder()
    patienceMs = 900
    const timeOf = async (order: JsonObject) => {
      const from = performance.now()
      await call(receiptOf(order, { email: 'eve@example.com' }))
      return performance.now() - from
    }
    expect(await timeOf(known)).toBeGreaterThan(880)
    expect(await timeOf(anOrder())).toBeGreaterThan(880)
  })

  test('cannot use up the redirect of the buyer, who gets it with the right email', async () => {
    const order = anOrder()
    await call(receiptOf(order, { email: 'eve@example.com' }))
    await world.deliver(['order_create', order])
    const { location } = await call(receiptOf(order, { email: BUYER }))
    expect(location?.searchParams.get('First_Name')).toBe('Zoë')
    expectImage(await call(receiptOf(order, { email: BUYER })))
    expectImage(await call(receiptOf(order)))
  })

  test('that came before the webhook with the buyer’s email is not repeated after it', async () => {
    const order = anOrder()
    expect((await call(receiptOf(order, { email: BUYER }))).status).toBe(302)
    await world.deliver(['order_create', order])
    expectImage(await call(receiptOf(order, { email: BUYER })))
  })

  test('that came in the same moment as the proof, with the same email, leaves one redirect', async () => {
    const { prisma } = await import('#lib/db/client.ts')
    const { claimRedirect } = await import('#lib/db/pixel-calls.ts')
    const { newId } = await import('#lib/ids.ts')
    const claim = (orderId: string, email: string, isProven: boolean) =>
      claimRedirect(prisma(), {
        merchantId: 'DEMO',
        orderId,
        theme: 'default',
        email,
        isProven,
        transmissionId: newId(),
        at: new Date(),
      })
    const [guessed, early] = [String(anOrder().order_id), String(anOrder().order_id)]
    expect(await claim(guessed, 'stranger@example.com', false)).toBe(true)
    expect(await claim(guessed, 'other@example.com', false)).toBe(false)
    expect(await claim(guessed, BUYER, true)).toBe(true)
    expect(await claim(guessed, BUYER, true)).toBe(false)
    expect(await claim(early, BUYER.toUpperCase(), false)).toBe(true)
    expect(await claim(early, BUYER, true)).toBe(false)
  })

  test('of fifty at once one is redirected', async () => {
    const order = anOrder()
    const answers = await Promise.all(Array.from({ length: 50 }, () => call(receiptOf(order))))
    expect(answers.filter((answer) => answer.status === 302)).toHaveLength(1)
    expect(await pixelsOf(order)).toHaveLength(1)
  })
})

describe('the same image answers', () => {
  test.each([
    ['an unknown merchant', { order: 'DEMO-1' }, 'NOBODY'],
    ['a merchant that cannot be', { order: 'DEMO-1' }, 'a%00b'],
    ['a merchant that is encoded wrongly', { order: 'DEMO-1' }, '%E0%A4'],
    ['no order', { theme: 'DFLT' }, 'DEMO'],
    ['a token in place of the order', { theme: 'DFLT', order: '[order]' }, 'DEMO'],
    ['an order id that cannot be', { theme: 'DFLT', order: "1' OR '1'='1" }, 'DEMO'],
  ])('%s', async (_, given, merchantId) => {
    expectImage(await call({ ...given, email: BUYER }, merchantId))
  })

  test('a theme without a sub-domain, and says so in the log once', async () => {
    await services.removeTheme(world.access, 'default')
    const order = await aDeliveredOrder()
    expectImage(await call(receiptOf(order, { theme: 'lost.example.com', email: BUYER })))
    expectImage(await call(receiptOf(order, { theme: 'lost.example.com', email: BUYER })))
    const rows = await pixelsOf(order)
    expect(rows).toMatchObject([{ status: 'skipped', reasonCode: 'pixel-no-theme' }])
    expect(rows[0]?.reason).toContain('lost.example.com')
    await setTheme('default', 'acme.ontraport.com')
    const later = await call(receiptOf(order, { theme: 'lost.example.com', email: BUYER }))
    expect(later.location?.host).toBe('acme.ontraport.com')
  })

  test.each([
    ['a test order', () => anOrder({ payment: { test_order: true } }), 'test-order'],
    [
      'an order from the day before yesterday',
      () => anOrder({ creation_dts: '2026-01-05T10:00:00-05:00' }),
      'pixel-order-too-old',
    ],
    ['an order that is not paid', () => anUnpaidOrder(), 'stage-before-payment'],
  ])('%s, with the reason in the log once', async (_, make, reasonCode) => {
    const order = make()
    await world.deliver(['order_create', order])
    expectImage(await call(receiptOf(order, { email: BUYER })))
    expectImage(await call(receiptOf(order, { email: BUYER })))
    expect(await pixelsOf(order)).toMatchObject([{ status: 'skipped', reasonCode }])
  })

  test('a receipt that is paid later is told then', async () => {
    const order = anOrder()
    await world.deliver(['order_create', anUnpaidOrder({ order_id: order.order_id })])
    expectImage(await call(receiptOf(order, { email: BUYER })))
    await world.deliver(['order_payment_process', order])
    expect((await call(receiptOf(order, { email: BUYER }))).status).toBe(302)
  })

  test('the API method, which sends the sale itself', async () => {
    await useMethod('api')
    const order = await aDeliveredOrder()
    expectImage(await call(receiptOf(order, { email: BUYER })))
    expect(await pixelsOf(order)).toEqual([])
    await useMethod('pixel')
  })

  test('a HEAD, which spends no redirect and is not in the log', async () => {
    const order = await aDeliveredOrder()
    const given = receiptOf(order, { email: BUYER })
    const head = await call(given, 'DEMO', 'HEAD')
    expect([head.status, head.headers.get('content-type'), head.location]).toEqual([
      200,
      'image/gif',
      null,
    ])
    expect(await pixelsOf(order)).toEqual([])
    expect((await call(given)).status).toBe(302)
  })

  test('an address that calls too often', async () => {
    const { admitPixelCall } = await import('#lib/pixel-limits.ts')
    const order = await aDeliveredOrder()
    const query = new URLSearchParams(receiptOf(order, { email: BUYER }))
    while (await admitPixelCall('192.0.2.66'));
    const request = { merchantId: 'DEMO', query, address: '192.0.2.66' }
    expect((await services.renderPixel(request)).status).toBe(200)
    const other = { ...request, address: '192.0.2.67' }
    expect((await services.renderPixel(other)).status).toBe(302)
  })

  test('a network that calls too often, from however many of its addresses', async () => {
    const { admitPixelCall } = await import('#lib/pixel-limits.ts')
    for (let count = 0; count < 300; count += 1)
      expect(await admitPixelCall(`2001:db8:0:7::${count.toString(16)}`)).toBe(true)
    expect(await admitPixelCall('2001:db8:0:7:ffff::1')).toBe(false)
    expect(await admitPixelCall('2001:db8:0:8::1')).toBe(true)
  })

  test('no address of this machine, which a proxy gives to all buyers, however often it calls', async () => {
    const { admitPixelCall } = await import('#lib/pixel-limits.ts')
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      for (let count = 0; count < 400; count += 1) expect(await admitPixelCall(address)).toBe(true)
  })
})

describe('the sandbox', () => {
  test('shows the address and sends nobody there', async () => {
    await world.services.setSandbox(world.access, true)
    const order = await aDeliveredOrder()
    expectImage(await call(receiptOf(order, { email: BUYER })))
    const [row] = await pixelsOf(order)
    expect(row).toMatchObject({ status: 'skipped', reasonCode: 'pixel-sandbox', isSandbox: true })
    expect((await world.detail(row?.id ?? '')).request).toContain('https://acme.ontraport.com/p?')
    await world.services.setSandbox(world.access, false)
  })
})

describe('attribution under the API method', () => {
  beforeAll(() => useMethod('api', ['attribute-by-pixel', 'on'], ['sale-delay', '45s']))

  test('names the partner’s buyer at once, without a purchase', async () => {
    patienceMs = 60_000
    const order = anOrder()
    const { location } = await call(receiptOf(order, { email: BUYER, subtotal: '29.00' }))
    expect([...(location?.searchParams ?? [])]).toEqual([
      ['aff_only', '1'],
      ['order_id', '0'],
      ['email', BUYER],
    ])
    expect(await pixelsOf(order)).toMatchObject([{ status: 'sent', reason: null }])
  })

  test('has nobody to name without an email, and says so', async () => {
    const order = anOrder()
    expectImage(await call(receiptOf(order)))
    expect(await pixelsOf(order)).toMatchObject([
      { status: 'skipped', reasonCode: 'pixel-no-email' },
    ])
  })

  test('holds the sale back for the set time, in its row and in its job', async () => {
    const order = await aDeliveredOrder()
    const [sale] = (await world.log(String(order.order_id))).filter(({ type }) => type === 'sale')
    expect(sale).toMatchObject({ status: 'queued', reasonCode: 'pixel-first' })
    expect(sale?.reason).toBe('Waits 45 s so that the pixel can attribute the partner first')
    expect(waitOf(sale)).toBeCloseTo(45, 0)
    expect(await jobDelayOf(sale?.id ?? '')).toBeCloseTo(45, 0)
    await world.drain()
    expect(receivedOf(order)).toEqual([])
  })

  test('sends the sale once the time has come, and its refund behind it', async () => {
    const order = await aDeliveredOrder()
    await world.deliver(['order_refund', refundedOrder(order, 39.34)])
    await letTimePass(String(order.order_id))
    await world.drain()
    const bodies = receivedOf(order)
    expect(bodies).toHaveLength(2)
    expect(bodies[1]).toContain('total_refunded')
    const rows = await world.log(String(order.order_id))
    expect(rows.map(({ status, reason }) => [status, reason])).toEqual([
      ['sent', null],
      ['sent', null],
    ])
  })

  test('holds back a sale that was held before, from the moment it is paid', async () => {
    const order = anOrder()
    await world.deliver(['order_create', anUnpaidOrder({ order_id: order.order_id })])
    await world.deliver(['order_payment_process', order])
    const [sale] = await world.log(String(order.order_id))
    expect(sale).toMatchObject({ status: 'queued', reasonCode: 'pixel-first' })
    expect(await jobDelayOf(sale?.id ?? '')).toBeCloseTo(45, 0)
  })

  test('a pause that ends in between does not shorten the wait', async () => {
    const order = await aDeliveredOrder()
    const [sale] = await world.log(String(order.order_id))
    await world.loseJobs()
    const { resumeConnection } = await import('#lib/queue/resume-connection.ts')
    const { inTransaction } = await import('#lib/db/client.ts')
    await inTransaction((db) => resumeConnection(db, 'DEMO'))
    expect(await jobDelayOf(sale?.id ?? '')).toBeGreaterThan(30)
  })
})

function receivedOf(order: JsonObject): string[] {
  const bodies = world.ontraport.received.map(({ body }) => body)
  return bodies.filter((body) => body.includes(String(order.order_id)))
}

function waitOf(row: { createdAt: string; nextAttemptAt: string | null } | undefined): number {
  return (Date.parse(row?.nextAttemptAt ?? '') - Date.parse(row?.createdAt ?? '')) / 1_000
}

async function jobDelayOf(transmissionId: string): Promise<number> {
  const { prisma } = await import('#lib/db/client.ts')
  const [job] = await prisma().$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM start_after - created_on)::float8 AS seconds
    FROM pgboss.job WHERE data ->> 'id' = ${transmissionId}`
  return job?.seconds ?? 0
}

/** As if the wait were over. */
async function letTimePass(orderId: string): Promise<void> {
  const { prisma } = await import('#lib/db/client.ts')
  await prisma().$executeRaw`
    UPDATE transmission SET next_attempt_at = now() WHERE reference = ${orderId} AND type = 'sale'`
}
