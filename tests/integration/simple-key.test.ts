import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import { env } from '#lib/env.ts'
import { getItemSync } from '#lib/services/get-item-sync.ts'
import { saveSimpleKey } from '#lib/services/save-simple-key.ts'
import { closeRestAgent } from '#lib/ultracart/rest-agent.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import { anItem } from '#tests/support/build-order.ts'
import { startUltraCart, type UltraCartStandIn } from '#tests/support/ultracart-stand-in.ts'

let ultracart: UltraCartStandIn
let access: Access

beforeAll(async () => {
  ultracart = await startUltraCart()
  env.ULTRACART_URL = ultracart.url
})
afterAll(async () => {
  await closeRestAgent()
  await ultracart.close()
})
beforeEach(async () => {
  await prisma().$executeRaw`TRUNCATE ultracart_call`
  await prisma()
    .$executeRaw`UPDATE ultracart_turn SET busy_until = 'epoch', blocked_until = 'epoch'`
  access = accessOf(await buildConnectedMerchant())
  ultracart.setItems([])
  ultracart.webhooks.webhooks = []
  ultracart.forbid(null)
})

function save(simpleKey = ultracart.key) {
  return saveSimpleKey(access, { simpleKey })
}

async function savedKey(): Promise<string | null> {
  return (await findConnection(prisma(), access.merchantId))?.simpleKey ?? null
}

const path = (rest: string) => ({ method: 'GET', path: `/rest/v2${rest}` })

test('one that UltraCart accepts is kept encrypted and shown by its end', async () => {
  expect(await save()).toMatchObject({ isSaved: true, isAccepted: true, isComplete: true })
  expect((await getItemSync(access)).simpleKeyHint).toBe(`••••${ultracart.key.slice(-4)}`)
  const row = await prisma().connection.findUnique({ where: { merchantId: access.merchantId } })
  expect(row?.simpleKeySealed).not.toContain(ultracart.key)
  expect(await savedKey()).toBe(ultracart.key)
})

test('it is tried by a small reading call for each feature, one after another', async () => {
  await save()
  expect(ultracart.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /rest/v2/item/items',
    'GET /rest/v2/order/orders',
    'GET /rest/v2/webhook/webhooks',
  ])
  expect(ultracart.calls.slice(0, 2).map(({ query }) => query._limit)).toEqual(['1', '1'])
  expect(ultracart.mostAtOnce()).toBe(1)
})

test.each([
  ['item_read', '/item', 'syncing items'],
  ['order_read', '/order', 'fetching past orders'],
  ['webhook_read', '/webhook', 'setting up the webhook and showing its log'],
])(
  'one without %s is kept for the rest, and what it lacks is said',
  async (permission, place, purpose) => {
    ultracart.forbid(path(place))
    const test = await save()
    expect(test).toMatchObject({ isSaved: true, isAccepted: true, isComplete: false })
    expect(test.message).toContain(
      `It lacks ${permission}, which ${purpose} needs: add it in UltraCart.`,
    )
    expect(await savedKey()).toBe(ultracart.key)
  },
)

test('one that may do nothing of what is needed is not kept', async () => {
  ultracart.forbid(path('/'))
  const test = await save()
  expect(test).toMatchObject({ isSaved: false })
  expect(test.message).toContain('none of the permissions item_read, order_read and webhook_read')
  expect(await savedKey()).toBeNull()
})

test('one that is turned away is not kept, after a single call', async () => {
  expect(await save('not-the-right-key')).toMatchObject({
    isSaved: false,
    message: expect.stringContaining('turned the simple key away'),
  })
  expect(ultracart.calls).toHaveLength(1)
  expect(await savedKey()).toBeNull()
})

test('the key of another store is not kept, wherever it shows', async () => {
  ultracart.setItems([anItem({ merchant_id: 'OTHER' })])
  expect(await save()).toMatchObject({
    isSaved: false,
    message: expect.stringContaining('OTHER'),
  })
  ultracart.setItems([])
  ultracart.webhooks.webhooks = [{ webhook_oid: 1, merchant_id: 'THEIRS' }]
  expect(await save()).toMatchObject({
    isSaved: false,
    message: expect.stringContaining('THEIRS'),
  })
})

test('while UltraCart is away it is kept untried', async () => {
  ultracart.spoil(1, { kind: 'status', status: 503 })
  const test = await save()
  expect(test).toMatchObject({ isSaved: true, isAccepted: false })
  expect(test.message).toContain('item_read, order_read and webhook_read could not be tried')
  expect(ultracart.calls).toHaveLength(1)
})

test('an UltraCart that wants fewer calls leaves the rest untried', async () => {
  ultracart.spoil(2, { kind: 'status', status: 429 })
  const test = await save()
  expect(test).toMatchObject({ isSaved: true, isAccepted: true, isComplete: false })
  expect(test.message).toContain('order_read and webhook_read could not be tried')
})

test('what cannot be a key is refused before any call', async () => {
  await expect(save('two words')).rejects.toMatchObject({ code: 'malformed' })
  expect(ultracart.calls).toEqual([])
})
