import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { saveConnection } from '#lib/db/connections.ts'
import { noteSoldItems, saveItemSnapshots } from '#lib/db/products.ts'
import type { Access } from '#lib/domain/access.ts'
import { SAMPLE_ITEMS } from '#lib/domain/sample-items.ts'
import { env } from '#lib/env.ts'
import { closeSender } from '#lib/queue/boss.ts'
import { cancelItemSync } from '#lib/services/cancel-item-sync.ts'
import { getItemSync } from '#lib/services/get-item-sync.ts'
import { startItemSync } from '#lib/services/start-item-sync.ts'
import { syncItems } from '#lib/services/sync-items.ts'
import { closeRestAgent } from '#lib/ultracart/rest-agent.ts'
import { anItemSnapshot } from '#tests/support/build-item.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import { anItem, type JsonObject } from '#tests/support/build-order.ts'
import { startUltraCart, type UltraCartStandIn } from '#tests/support/ultracart-stand-in.ts'

let ultracart: UltraCartStandIn
let access: Access
let merchantId: string

beforeAll(async () => {
  ultracart = await startUltraCart()
  env.ULTRACART_URL = ultracart.url
})
afterAll(async () => {
  await closeSender()
  await closeRestAgent()
  await ultracart.close()
})
beforeEach(async () => {
  await prisma().$executeRaw`TRUNCATE ultracart_call`
  await letGoOn()
  merchantId = await buildConnectedMerchant()
  access = accessOf(merchantId)
  await saveConnection(prisma(), merchantId, { simpleKey: ultracart.key })
  ultracart.setItems(storeItems(150))
  await syncWhole()
})

function storeItems(count: number): JsonObject[] {
  return Array.from({ length: count }, (_, at) =>
    anItem({ merchant_id: merchantId, merchant_item_id: `ITEM-${String(at).padStart(3, '0')}` }),
  )
}

/** No time passes in a test: what waits may go on. */
async function letGoOn(): Promise<void> {
  await prisma()
    .$executeRaw`UPDATE ultracart_turn SET busy_until = 'epoch', blocked_until = 'epoch'`
  await prisma().$executeRaw`UPDATE item_sync SET next_call_at = now()`
}

async function goOn(): Promise<void> {
  await letGoOn()
  await syncItems(merchantId)
}

async function syncWhole(scope: 'all' | 'changes' = 'all') {
  await startItemSync(access, scope)
  while ((await getItemSync(access)).sync?.state === 'running') await goOn()
  return (await getItemSync(access)).sync
}

async function inactiveIds(): Promise<string[]> {
  const rows = await prisma().item.findMany({
    where: { merchantId, isInactive: true },
    orderBy: { itemId: 'asc' },
  })
  return rows.map((row) => row.itemId)
}

describe('a whole sync', () => {
  test('marks what UltraCart has no more as no longer active, and says how many', async () => {
    ultracart.setItems(storeItems(148))
    expect(await syncWhole()).toMatchObject({ state: 'done', vanishedCount: 2 })
    expect(await inactiveIds()).toEqual(['ITEM-148', 'ITEM-149'])
  })

  test('makes an item active again that came back', async () => {
    ultracart.setItems(storeItems(149))
    await syncWhole()
    ultracart.setItems(storeItems(150))
    expect(await syncWhole()).toMatchObject({ vanishedCount: 0 })
    expect(await inactiveIds()).toEqual([])
  })

  test('that waited after a 429 still knows what it saw before', async () => {
    ultracart.setItems(storeItems(149))
    ultracart.spoil(2, { kind: 'status', status: 429 })
    expect(await syncWhole()).toMatchObject({ vanishedCount: 1 })
    expect(await inactiveIds()).toEqual(['ITEM-149'])
  })

  test('leaves alone what only an event or an order told of while it ran', async () => {
    await startItemSync(access, 'all')
    await saveItemSnapshots(prisma(), [anItemSnapshot({ merchantId, itemId: 'BRAND-NEW' })])
    await noteSoldItems(prisma(), merchantId, [{ itemId: 'JUST-SOLD', description: '' }])
    await goOn()
    await goOn()
    expect((await getItemSync(access)).sync).toMatchObject({ state: 'done', vanishedCount: 0 })
    expect(await inactiveIds()).toEqual([])
  })

  test('leaves the sample store’s items and another store’s alone', async () => {
    const other = await buildConnectedMerchant()
    await saveItemSnapshots(prisma(), [
      anItemSnapshot({ merchantId, itemId: SAMPLE_ITEMS[0].itemId }),
      anItemSnapshot({ merchantId: other, itemId: 'THEIRS' }),
    ])
    await syncWhole()
    const where = { merchantId: { in: [merchantId, other] }, isInactive: true }
    expect(await prisma().item.count({ where })).toBe(0)
  })
})

describe('nothing is taken for gone', () => {
  test('by a sync of changes', async () => {
    ultracart.setItems([])
    expect(await syncWhole('changes')).toMatchObject({ state: 'done', vanishedCount: null })
    expect(await inactiveIds()).toEqual([])
  })

  test('by a sync that was cut short', async () => {
    ultracart.setItems(storeItems(140))
    await startItemSync(access, 'all')
    await goOn()
    await cancelItemSync(access)
    expect(await inactiveIds()).toEqual([])
    expect((await getItemSync(access)).sync).toMatchObject({ vanishedCount: null })
  })

  test('when an item left the list between two pages, so that another may have been passed by', async () => {
    await startItemSync(access, 'all')
    await goOn()
    ultracart.setItems(storeItems(150).slice(1))
    await goOn()
    expect((await getItemSync(access)).sync).toMatchObject({ state: 'done', vanishedCount: null })
    expect(await inactiveIds()).toEqual([])
  })

  test('when an item could not be read', async () => {
    ultracart.setItems([
      ...storeItems(148),
      anItem({ merchant_id: merchantId, merchant_item_id: '' }),
    ])
    expect(await syncWhole()).toMatchObject({ faultyCount: 1, vanishedCount: null })
    expect(await inactiveIds()).toEqual([])
  })
})
