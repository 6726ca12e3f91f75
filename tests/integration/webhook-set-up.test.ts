import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { saveConnection } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import { env, webhookUrl } from '#lib/env.ts'
import { rotateWebhookPassword } from '#lib/services/rotate-webhook-password.ts'
import { setUpWebhook } from '#lib/services/set-up-webhook.ts'
import { closeRestAgent } from '#lib/ultracart/rest-agent.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import type { JsonObject } from '#tests/support/build-order.ts'
import { startUltraCart, type UltraCartStandIn } from '#tests/support/ultracart-stand-in.ts'

const FOREIGN = {
  webhook_oid: 11,
  webhook_url: 'https://erp.example.com/hook',
  authentication_type: 'none',
  event_categories: [{ event_category: 'order', events: [] }],
}

const DRY = { isDryRun: true }
const REAL = { isDryRun: false }

let ultracart: UltraCartStandIn
let access: Access
let merchantId: string

beforeAll(async () => {
  ultracart = await startUltraCart()
  env.ULTRACART_URL = ultracart.url
  env.APP_URL = 'https://relay.example.com'
})
afterAll(async () => {
  await closeRestAgent()
  await ultracart.close()
})
beforeEach(async () => {
  await prisma().$executeRaw`UPDATE ultracart_turn SET blocked_until = 'epoch'`
  merchantId = await buildConnectedMerchant()
  access = accessOf(merchantId)
  await saveConnection(prisma(), merchantId, { simpleKey: ultracart.key })
  ultracart.setItems([])
  ultracart.webhooks.webhooks.splice(0)
  ultracart.webhooks.webhooks.push(FOREIGN)
  ultracart.forbid(null)
})

/** The webhook of this test's store as UltraCart has it. */
function ours(): JsonObject {
  const found = ultracart.webhooks.webhooks.find(
    (webhook) => webhook.webhook_url === webhookUrl(merchantId),
  )
  return found ?? {}
}

function eventOf(name: string): JsonObject | undefined {
  const categories = JSON.parse(JSON.stringify(ours().event_categories ?? []))
  return categories
    .flatMap((category: { events: JsonObject[] }) => category.events)
    .find((event: JsonObject) => event.event_name === name)
}

function callsThatChange(): string[] {
  return ultracart.calls
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`)
}

describe('a store without our webhook', () => {
  test('is shown what would be made, and nothing is made yet', async () => {
    const plan = await setUpWebhook(access, DRY)
    expect(plan).toMatchObject({ kind: 'create', warnings: [] })
    expect(plan.changes[0]).toBe(`Make a webhook that calls ${webhookUrl(merchantId)}.`)
    expect(plan.changes).toContainEqual(expect.stringMatching(/^Orders: report order_create, /))
    expect(JSON.stringify(plan)).not.toContain('a webhook password')
    expect(callsThatChange()).toEqual([])
  })

  test('gets one with address, credentials, events and expansions', async () => {
    expect(await setUpWebhook(access, REAL)).toMatchObject({ kind: 'create', warnings: [] })
    expect(ours()).toMatchObject({
      authentication_type: 'basic',
      basic_username: 'ultracart',
      basic_password: 'a webhook password',
      api_version: '2017-03-01',
      maximum_events: 100,
      maximum_size: 900_000,
    })
    expect(ours().compress_events).not.toBe(true)
    expect(eventOf('order_refund')).toMatchObject({ subscribed: true })
    expect(eventOf('order_create')?.expansion).toContain('billing,checkout,coupon')
    expect(eventOf('auto_order_cancel')?.expansion).toContain('original_order.billing')
    expect(eventOf('item_update')?.expansion).toBe('auto_order,content,content.attributes,pricing')
  })

  test('keeps the webhooks of others, and the deed is in the audit', async () => {
    await setUpWebhook(access, REAL)
    expect(ultracart.webhooks.webhooks[0]).toBe(FOREIGN)
    const entry = await prisma().auditEntry.findFirst({ where: { merchantId } })
    expect(entry).toMatchObject({ action: 'webhook.set-up', actor: access.actor })
    expect(JSON.stringify(entry?.details)).not.toContain('a webhook password')
  })
})

describe('a store with our webhook', () => {
  test('set up as it should be is left alone', async () => {
    await setUpWebhook(access, REAL)
    ultracart.setItems([])
    expect(await setUpWebhook(access, REAL)).toMatchObject({ kind: 'nothing', changes: [] })
    expect(callsThatChange()).toEqual([])
  })

  test('gets back what is missing, by a PUT that keeps what else the merchant chose', async () => {
    await setUpWebhook(access, REAL)
    Object.assign(ours(), { application_profile: { name: 'kept' }, disabled: true })
    Object.assign(eventOrThrow('order_refund'), { subscribed: false })
    Object.assign(eventOrThrow('order_create'), { expansion: 'summary, utms' })
    ultracart.setItems([])
    const done = await setUpWebhook(access, REAL)
    expect(done.kind).toBe('update')
    expect(done.changes).toEqual([
      'Switch it on again: UltraCart had disabled it.',
      'Orders: report order_refund, with all expansions.',
      expect.stringMatching(/^Orders: add the expansions affiliate, .* to order_create\.$/),
    ])
    expect(callsThatChange()).toEqual([`PUT /rest/v2/webhook/webhooks/${ours().webhook_oid}`])
    expect(ours()).toMatchObject({ application_profile: { name: 'kept' }, disabled: false })
    expect(eventOf('order_create')?.expansion).toMatch(/^summary,utms,affiliate/)
    expect(eventOf('order_refund')?.subscribed).toBe(true)
  })

  test('gets the new password after it was rotated', async () => {
    await setUpWebhook(access, REAL)
    const { webhookPassword } = await rotateWebhookPassword(access)
    expect((await setUpWebhook(access, REAL)).changes).toEqual([
      'Use the password that Relay expects.',
    ])
    expect(ours().basic_password).toBe(webhookPassword)
  })

  test('is found although its address is written differently', async () => {
    await setUpWebhook(access, REAL)
    const url = webhookUrl(merchantId).replace('relay.example.com', 'RELAY.example.com:443')
    Object.assign(ours(), { webhook_url: `${url}/` })
    expect(await setUpWebhook(access, DRY)).toMatchObject({ kind: 'nothing' })
  })

  test('doubles, strays and filters are named and left as they are', async () => {
    await setUpWebhook(access, REAL)
    const stray = webhookUrl(merchantId).replace('relay.', 'old.')
    Object.assign(eventOrThrow('order_update'), { event_ruler: '{"total":[1]}' })
    ultracart.webhooks.webhooks.push(
      { ...ours(), webhook_oid: 90 },
      {
        ...FOREIGN,
        webhook_url: stray,
      },
    )
    expect(await setUpWebhook(access, DRY)).toMatchObject({
      kind: 'nothing',
      warnings: [
        expect.stringContaining('order_update has a filter'),
        expect.stringContaining('Another webhook calls this same address'),
        expect.stringContaining(stray),
      ],
    })
  })
})

describe('what stands in the way is said in words', () => {
  test('a key that may not write', async () => {
    ultracart.forbid({ method: 'POST', path: '/rest/v2/webhook' })
    await expect(setUpWebhook(access, REAL)).rejects.toMatchObject({
      code: 'conflict',
      publicMessage: expect.stringContaining('the permission webhook_write'),
    })
  })

  test('a key that was turned away', async () => {
    await saveConnection(prisma(), merchantId, { simpleKey: 'an-old-simple-key' })
    await expect(setUpWebhook(access, DRY)).rejects.toMatchObject({
      code: 'conflict',
      publicMessage: expect.stringContaining('turned the simple key away (HTTP 401)'),
    })
  })

  test('no key at all, or the key of another store', async () => {
    const keyless = accessOf(await buildConnectedMerchant())
    await expect(setUpWebhook(keyless, REAL)).rejects.toMatchObject({ code: 'conflict' })
    ultracart.webhooks.webhooks.push({ ...FOREIGN, merchant_id: 'OTHER' })
    await expect(setUpWebhook(access, REAL)).rejects.toMatchObject({
      publicMessage: expect.stringContaining('belongs to the merchant OTHER'),
    })
  })

  test('too many calls: everybody rests for as long as UltraCart asks', async () => {
    ultracart.spoil(1, { kind: 'status', status: 429, headers: { 'retry-after': '30' } })
    await expect(setUpWebhook(access, REAL)).rejects.toMatchObject({ code: 'unavailable' })
    await expect(setUpWebhook(access, REAL)).rejects.toMatchObject({ code: 'unavailable' })
    expect(ultracart.calls).toHaveLength(1)
  })

  test.each([
    ['http://127.0.0.1:3000', 'cannot reach 127.0.0.1'],
    ['http://relay.example.com', 'https addresses only'],
  ])('an installation at %s', async (appUrl, words) => {
    env.APP_URL = appUrl
    const plan = await setUpWebhook(access, DRY)
    env.APP_URL = 'https://relay.example.com'
    expect(plan.warnings).toEqual([expect.stringContaining(words)])
  })

  test('a viewer may not', async () => {
    const viewer = accessOf(merchantId, 'viewer')
    await expect(setUpWebhook(viewer, REAL)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

/** For changes in place. */
function eventOrThrow(name: string): JsonObject {
  const categories = ours().event_categories
  for (const category of Array.isArray(categories) ? categories : []) {
    if (typeof category !== 'object' || category === null || Array.isArray(category)) continue
    for (const event of Array.isArray(category.events) ? category.events : []) {
      const isObject = typeof event === 'object' && event !== null && !Array.isArray(event)
      if (isObject && event.event_name === name) return event
    }
  }
  throw new Error(`${name} is not there.`)
}
