import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ApiWorld, startApiWorld } from '#tests/support/api-world.ts'
import {
  anAutoOrder,
  anOrder,
  anOrderItem,
  anUnpaidOrder,
  refundedOrder,
} from '#tests/support/build-order.ts'
import { importAccountProducts } from '#tests/support/import-account-products.ts'
import { productsOf } from '#tests/support/ontraport-api/account.ts'
import { API_APP_ID, API_KEY } from '#tests/support/ontraport-api/start-api.ts'
import { status } from '#tests/support/ontraport-behaviour.ts'
import { readZip } from '#tests/support/read-zip.ts'

let api: ApiWorld['api']
let world: ApiWorld['world']
let made: ApiWorld

beforeAll(async () => {
  made = await startApiWorld()
  ;({ api, world } = made)
  const test = await made.save({ isUsedNow: true })
  expect(test.message).toContain('Account 118')
})

afterAll(() => made.close())

beforeEach(() => made.reset())

const paths = () => api.requests.map(({ method, path }) => `${method} ${path}`)
const sold = () => api.account.transactions.map((row) => String(row.external_order_id))

/** Sets rules for what follows; each test that needs products made says so. */
const setRules = (...rules: [string, string][]) => world.services.setRelayRules(world.access, rules)

const centsOf = (sale: Parameters<typeof productsOf>[0]) =>
  Math.round(productsOf(sale).reduce((sum, one) => sum + Number(one.total) * 100, 0))

async function toldSale() {
  await setRules(['api-create-products', 'on'])
  const order = anOrder()
  await world.deliver(['order_create', order])
  await world.drain()
  return order
}

describe('a sale', () => {
  test('is logged by a contact, its product and the sale, and every call stands in the log without a key', async () => {
    const order = await toldSale()
    const [row] = await world.log()
    expect(row).toMatchObject({ type: 'sale', status: 'sent', responseCode: 200 })
    expect(sold()).toEqual([order.order_id])
    const detail = await world.detail(row?.id ?? '')
    const calls = detail.attempts[0]?.calls ?? []
    expect(calls.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual(paths())
    expect(calls.map((call) => call.responseCode)).toEqual(calls.map(() => 200))
    expect(calls.at(-1)?.request).toContain('chargeLog')
    expect(calls.at(-1)?.responseBody).toContain('invoice_id')
    const whole = JSON.stringify(detail)
    expect(whole).not.toContain(API_KEY)
    expect(whole).not.toContain(API_APP_ID)
  })

  test('is held against the plan that today’s names make, which is what was sent', async () => {
    await toldSale()
    const [row] = await world.log()
    const id = row?.id ?? ''
    const { request } = await world.detail(id)
    expect(await world.services.composeToday(world.access, id)).toBe(request)
  })

  test('mails the buyer nothing, charges nothing, and says when in milliseconds', async () => {
    await toldSale()
    expect(api.requests.at(-1)?.body).toMatchObject({
      chargeNow: 'chargeLog',
      invoice_template: -1,
      trans_date: expect.any(Number),
    })
    expect(Number(api.requests.at(-1)?.body.trans_date)).toBeGreaterThan(1_500_000_000_000)
  })

  test('of a known buyer and product is two calls', async () => {
    await toldSale()
    api.requests.length = 0
    await toldSale()
    expect(paths()).toEqual(['POST /Contacts/saveorupdate', 'POST /transaction/processManual'])
  })

  test('with shipping and tax in the price comes to what was paid, to the cent', async () => {
    await setRules(['api-shipping-tax', 'in-price'])
    await toldSale()
    expect(centsOf(api.account.transactions[0] ?? {})).toBe(3934)
    await setRules(['api-shipping-tax', 'leave-out'])
  })

  test('whose product the account lacks fails with what to do, and goes out once it is there', async () => {
    await setRules(['api-create-products', 'off'])
    const order = anOrder()
    await world.deliver(['order_create', order])
    await world.drain()
    const [row] = await world.log()
    expect(row?.status).toBe('failed')
    expect(row?.reason).toContain('has no product named')
    const name = /named "([^"]+)"/.exec(row?.reason ?? '')?.[1] ?? ''
    api.account.addProduct(name)
    await world.services.resendTransmission(world.access, {
      id: row?.id ?? '',
      mode: 'original',
      isSentAllowed: false,
      nonce: 'after-the-product',
    })
    await world.drain()
    expect(sold()).toEqual([order.order_id])
  })

  test('adds and removes the tags of the rules', async () => {
    await setRules(['api-sale-tags', 'Buyer, Tea'], ['api-sale-tags-removed', 'Lead'])
    await toldSale()
    expect(api.account.contacts[0]?.tags).toEqual(['Buyer', 'Tea'])
    expect(paths().slice(-2)).toEqual(['PUT /objects/tagByName', 'DELETE /objects/tagByName'])
    await setRules(['api-sale-tags', ''], ['api-sale-tags-removed', ''])
  })

  test('adds and removes the tags of its products, and what one gives no other takes away', async () => {
    await setRules(
      ['api-sale-tags-removed', 'Buyer, Lead'],
      ['api-product-tags', 'TEA-1: Tea buyer, Buyer, -Tea lead\nMUG-1: Mug buyer'],
      ['api-create-products', 'on'],
    )
    await world.deliver([
      'order_create',
      anOrder({ items: [{ ...anOrderItem(), merchant_item_id: 'TEA-1' }] }),
    ])
    await world.drain()
    expect(api.requests.slice(-2).map(({ body }) => body.add_names ?? body.remove_names)).toEqual([
      ['Tea buyer', 'Buyer'],
      ['Lead', 'Tea lead'],
    ])
    await setRules(['api-sale-tags-removed', ''], ['api-product-tags', ''])
  })

  test('names the partner of its custom field, and its affiliate in the buyer’s field', async () => {
    await setRules(
      ['api-partner-field', '3'],
      ['api-buyer-affiliate-field', 'f77'],
      ['api-create-products', 'on'],
    )
    await world.deliver([
      'order_create',
      anOrder({
        checkout: { custom_field3: '12-345' },
        affiliates: [{ affiliate_oid: 204931, sub_id: '' }],
      }),
    ])
    await world.drain()
    expect(api.requests.at(-1)?.body.oprid).toBe('12-345')
    expect(api.account.contacts).toMatchObject([{ f77: '204931' }])
    await setRules(['api-partner-field', '0'], ['api-buyer-affiliate-field', ''])
  })

  test('under another rule is tried first: how many would be told otherwise, and in which lines', async () => {
    const order = await toldSale()
    const preview = (name: string, value: string) =>
      world.services.previewRelayRule(world.access, [name, value])
    expect(await preview('api-sale-tags', 'Buyer')).toEqual({
      sentences: ['Of the 1 order, 1 would be told otherwise.'],
      example: {
        reference: order.order_id,
        before: '  "addTags": [],',
        after: '  "addTags": [\n    "Buyer"',
      },
    })
    expect(await preview('api-product-tags', 'ELSE: Tag')).toEqual({
      sentences: ['None of the 1 order would be treated otherwise.'],
      example: null,
    })
  })

  test('finds the contact anew when it was merged away', async () => {
    await toldSale()
    const email = String(api.account.contacts[0]?.email)
    let isMerged = false
    api.failWith(({ path }) => {
      if (path === '/transaction/processManual' && !isMerged) {
        isMerged = true
        api.account.merge(email)
      }
      return null
    })
    const order = await toldSale()
    expect(sold()).toContain(order.order_id)
    expect((await world.log()).map((row) => row.status)).toEqual(['sent', 'sent'])
  })
})

describe('exactly once', () => {
  test('a sale that was logged and whose answer was lost is looked up, not logged again', async () => {
    await setRules(['on-unknown', 'ask'])
    api.failWith(({ path }) =>
      path === '/transaction/processManual'
        ? { when: 'after', behaviour: { kind: 'cut', when: 'after-reading' } }
        : null,
    )
    const order = await toldSale()
    expect(await world.log()).toMatchObject([{ status: 'retrying', reasonCode: 'answer-lost' }])
    api.failWith(() => null)
    await world.makeDue()
    const [row] = await world.log()
    await world.services.deliverBatch([row?.id ?? ''])
    expect(await world.log()).toMatchObject([{ status: 'sent', attemptCount: 2 }])
    expect(sold()).toEqual([order.order_id])
    await setRules(['on-unknown', 'retry'])
  })

  test.each(['/Contacts/saveorupdate', '/Products', '/transaction/processManual'])(
    'a fault before or after %s ends in one sale',
    async (path) => {
      for (const when of ['instead', 'after'] as const) {
        let isFirst = true
        api.failWith((request) => {
          if (request.path !== path || !isFirst) return null
          isFirst = false
          return { when, behaviour: status(500) }
        })
        const order = await toldSale()
        await world.makeDue()
        const row = (await world.log()).at(-1)
        await world.services.deliverBatch([row?.id ?? ''])
        expect((await world.log()).at(-1)?.status).toBe('sent')
        expect(sold().filter((id) => id === order.order_id)).toHaveLength(1)
      }
      expect(api.account.contacts).toHaveLength(
        new Set(api.account.contacts.map((row) => row.email)).size,
      )
    },
  )

  test('a held order is released once', async () => {
    await setRules(['api-create-products', 'on'])
    const order = anOrder()
    await world.deliver(['order_create', anUnpaidOrder({ order_id: order.order_id })])
    expect(await world.log()).toMatchObject([{ status: 'held' }])
    await world.deliver(['order_payment_process', order], ['order_create', order])
    await world.drain()
    expect(sold()).toEqual([order.order_id])
  })
})

describe('refunds', () => {
  test('a part is a tag, the whole refunds the sale by its stored id', async () => {
    const order = await toldSale()
    await world.deliver(['order_refund', refundedOrder(order, 10)])
    await world.drain()
    expect(api.account.contacts[0]?.tags).toEqual(['Partial refund'])
    expect(api.account.transactions[0]?.status).toBe('1')
    await world.deliver(['order_refund', refundedOrder(order, 39.34)])
    await world.drain()
    expect(api.account.transactions[0]?.status).toBe('2')
    expect((await world.log()).map((row) => row.status)).toEqual(['sent', 'sent', 'sent'])
  })

  test('a whole refund can void the sale', async () => {
    await setRules(['api-whole-refunds', 'void'])
    const order = await toldSale()
    await world.deliver(['order_refund', refundedOrder(order, 39.34)])
    await world.drain()
    expect(api.account.transactions[0]?.status).toBe('4')
    await setRules(['api-whole-refunds', 'refund'])
  })

  test('a sale that was told by the receiver is found by its order id', async () => {
    const order = await toldSale()
    const { prisma } = await import('#lib/db/client.ts')
    await prisma().ontraportRecord.deleteMany({})
    await world.deliver(['order_refund', refundedOrder(order, 39.34)])
    await world.drain()
    expect(api.account.transactions[0]?.status).toBe('2')
  })
})

describe('auto orders and affiliates', () => {
  test('the word is a field and a tag of the buyer, and an older tag goes', async () => {
    await setRules(['api-status-field', 'f1234'])
    const autoOrder = anAutoOrder()
    await world.deliver(['auto_order_create', autoOrder])
    await world.drain()
    await world.deliver(['auto_order_decline', { ...autoOrder, credit_card_attempt: 1 }])
    await world.drain()
    expect(api.account.contacts).toMatchObject([
      { f1234: 'card declined', tags: ['Auto order: card declined'] },
    ])
  })

  test('an approved affiliate is a contact with the tag, and loses it with the approval', async () => {
    const affiliate = { affiliateId: 204931, approved: true, email: 'anais@example.com' }
    await world.postAffiliates(affiliate)
    await world.drain()
    expect(api.account.contacts).toMatchObject([{ tags: ['UltraCart affiliate'] }])
    await world.postAffiliates({ ...affiliate, approved: false })
    await world.drain()
    expect(api.account.contacts).toMatchObject([{ tags: [] }])
  })
})

describe('what ONTRAPORT’s API answers', () => {
  const answers: [number, string, string][] = [
    [401, 'Your App ID and API key do not authenticate.', 'does not know this App ID'],
    [403, 'No permission', 'lacks a right'],
  ]

  test.each(answers)(
    '%i pauses the connection in words, and a passed test goes on',
    async (code, body, words) => {
      api.failWith(() => ({ when: 'instead', behaviour: status(code, {}, body) }))
      const order = await toldSale()
      const [row] = await world.log()
      expect(row).toMatchObject({ status: 'queued', reasonCode: 'connection-paused' })
      expect(row?.reason).toContain(words)
      expect(row?.reason).toContain(body)
      api.failWith(() => null)
      const found = await world.services.testConnection(world.access, { apiKey: null })
      expect(found.isAccepted).toBe(true)
      await world.drain()
      expect(sold()).toEqual([order.order_id])
    },
  )

  test('422 names the field, and fails the message', async () => {
    api.failWith(() => ({
      when: 'instead',
      behaviour: status(422, {}, 'Invalid value for field: email'),
    }))
    await toldSale()
    const [row] = await world.log()
    expect(row?.status).toBe('failed')
    expect(row?.reason).toContain('field: email')
  })

  test('429 holds all calls of the account for as long as it asks', async () => {
    api.failWith(() => ({
      when: 'instead',
      behaviour: status(429, { 'x-rate-limit-reset': '40' }),
    }))
    await toldSale()
    const [row] = await world.log()
    expect(row).toMatchObject({ status: 'retrying', reasonCode: 'unreachable' })
    expect(Date.parse(row?.nextAttemptAt ?? '')).toBeGreaterThan(Date.now() + 38_000)
    // However long others use the account's calls up, the message does not fail of it.
    expect(await world.scheduleStep(row?.id ?? '')).toBe(0)
    api.requests.length = 0
    api.failWith(() => null)
    await world.deliver(['order_create', anOrder()])
    await world.drain()
    expect(api.requests).toEqual([])
    expect((await world.log()).at(-1)).toMatchObject({ status: 'queued', reasonCode: 'backlog' })
    const { prisma } = await import('#lib/db/client.ts')
    await prisma().ontraportTurn.deleteMany({})
  })

  test('the test of a key shows the account and the calls left, and takes its turn like any call', async () => {
    const found = await world.services.testConnection(world.access, { apiKey: null })
    expect(found.isAccepted).toBe(true)
    expect(found.message).toMatch(/Account 118\. \d+ of 60000 calls left in this minute/)
    const { prisma } = await import('#lib/db/client.ts')
    await prisma().$executeRaw`UPDATE ontraport_turn SET taken_until = now() + interval '1 minute'`
    api.requests.length = 0
    const later = await world.services.testConnection(world.access, { apiKey: null })
    expect(later).toMatchObject({ isAccepted: false, responseCode: null })
    expect(later.message).toContain('are used up')
    expect(api.requests).toEqual([])
    await prisma().ontraportTurn.deleteMany({})
  })

  test('the test of a key names the rights that are missing, and reads no customer', async () => {
    api.deny(['Products'])
    const found = await world.services.testConnection(world.access, { apiKey: null })
    expect(found).toMatchObject({ isAccepted: false, responseCode: 403 })
    expect(found.message).toContain('lacks rights for: products')
    expect(paths().every((path) => path.endsWith('/getInfo'))).toBe(true)
  })
})

describe('reconciling', () => {
  const reconciled = async () => {
    const { reconcileOrders } = await import('#lib/services/reconcile-orders.ts')
    const now = Date.now()
    const { currencies } = await reconcileOrders(world.access, {
      from: new Date(now - 86_400_000),
      to: new Date(now + 86_400_000),
    })
    return currencies[0]
  }
  const causes = async () => (await reconciled())?.causes.map(({ cause, cents }) => [cause, cents])

  test.each([
    [
      'leave-out',
      2900,
      [
        ['shipping-handling', 795],
        ['tax-left-out', 239],
      ],
    ],
    ['own-line', 3934, []],
    ['in-price', 3934, []],
  ] as const)(
    'a sale under the rule %s stands in ONTRAPORT with %i cents, and the rest is explained',
    async (rule, cents, explained) => {
      await setRules(['api-shipping-tax', rule])
      await toldSale()
      expect(centsOf(api.account.transactions[0] ?? {})).toBe(cents)
      expect((await reconciled())?.ontraportCents).toBe(cents)
      expect(await causes()).toEqual(explained)
      await setRules(['api-shipping-tax', 'leave-out'])
    },
  )

  test('a part that was refunded is left out, and the whole takes the sale back as it was booked', async () => {
    const order = await toldSale()
    await world.deliver(['order_refund', refundedOrder(order, 10)])
    await world.drain()
    expect(await causes()).toContainEqual(['refund-left-out', -1000])
    expect((await reconciled())?.ontraportCents).toBe(2900)
    await world.deliver(['order_refund', refundedOrder(order, 39.34)])
    await world.drain()
    expect((await reconciled())?.ontraportCents).toBe(0)
    expect(await causes()).toEqual([])
  })
})

describe('the support packet', () => {
  test('holds every call with its answer, without App ID, key or, if so chosen, emails', async () => {
    await toldSale()
    const [row] = await world.log()
    const notes = { formUrl: '', formName: '', note: '', areEmailsMasked: true }
    const { zipSupportPacket } = await import('#lib/services/make-support-packet.ts')
    const files = readZip(
      await zipSupportPacket(world.access, { kind: 'transmission', id: row?.id ?? '' }, notes),
    )
    const name = `answers/01-sale-${row?.reference}-attempt-1-call`
    expect(Object.keys(files).filter((one) => one.startsWith('answers/'))).toEqual(
      paths().map((_, index) => `${name}-${index + 1}.txt`),
    )
    expect(files[`${name}-1.txt`]).toContain('POST /Contacts/saveorupdate')
    expect(files['index.html']).toContain('/transaction/processManual')
    expect(files['index.html']).toContain('invoice_id')
    const whole = Object.values(files).join('\n')
    for (const secret of [API_APP_ID, API_KEY, 'zoe.nunez@example.com'])
      expect(whole).not.toContain(secret)
  })
})

describe('in the sandbox', () => {
  const sandboxed = async (deed: () => Promise<void>) => {
    await world.services.setSandbox(world.access, true)
    api.requests.length = 0
    try {
      await deed()
    } finally {
      await world.services.setSandboxAnswer(world.access, 'accept')
      await world.services.setSandbox(world.access, false)
      await setRules(['start-date', 'none'])
    }
  }

  test('a sale and its refunds are calls of the API inside the product, and ONTRAPORT hears nothing', async () => {
    await sandboxed(async () => {
      const order = await toldSale()
      await world.deliver(['order_refund', refundedOrder(order, 10)])
      await world.deliver(['order_refund', refundedOrder(order, 39.34)])
      await world.drain()
      expect((await world.log()).map((row) => [row.status, row.isSandbox])).toEqual(
        Array(3).fill(['sent', true]),
      )
      const [sale] = await world.log()
      const [attempt] = (await world.detail(sale?.id ?? '')).attempts
      expect(attempt?.url).toBe('sandbox:api.ontraport.com/1')
      expect(attempt?.calls.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
        'POST /Contacts/saveorupdate',
        'GET /Products',
        'POST /transaction/processManual',
      ])
      const { messages } = await world.services.getSandbox(world.access, { limit: 5 })
      expect(messages.at(-1)?.request).toContain('"kind": "sale"')
      expect(api.requests).toEqual([])
    })
  })

  test('a lost answer is looked up there, too, and the order is sold once', async () => {
    await sandboxed(async () => {
      await world.services.setSandboxAnswer(world.access, '500')
      await toldSale()
      expect(await world.log()).toMatchObject([{ status: 'retrying', reasonCode: 'answer-lost' }])
      await world.services.setSandboxAnswer(world.access, 'accept')
      await world.makeDue()
      const [row] = await world.log()
      await world.services.deliverBatch([row?.id ?? ''])
      expect(await world.log()).toMatchObject([{ status: 'sent' }])
      const { attempts } = await world.detail(row?.id ?? '')
      expect(attempts.at(-1)?.calls[0]?.path).toContain('external_order_id')
    })
  })

  test.each([
    ['refuse-in-200', 'failed'],
    ['403', 'queued'],
  ] as const)('told to answer %s, a sale is %s', async (answer, standing) => {
    await sandboxed(async () => {
      await world.services.setSandboxAnswer(world.access, answer)
      await toldSale()
      expect((await world.log()).map((row) => row.status)).toEqual([standing])
    })
  })

  test('a product that the fetched list of the account lacks is missing there, too', async () => {
    const { fetchAccountProducts } = await importAccountProducts()
    await fetchAccountProducts(world.access)
    await sandboxed(async () => {
      await setRules(['api-create-products', 'off'])
      await world.deliver(['order_create', anOrder()])
      await world.drain()
      expect((await world.log())[0]?.reason).toContain('has no product named')
      await setRules(['api-create-products', 'on'])
    })
  })
})
