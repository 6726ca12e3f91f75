import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { inUltraCartTurn, releaseTurn, takeTurn } from '#lib/db/ultracart-turn.ts'
import type { Access } from '#lib/domain/access.ts'
import { env } from '#lib/env.ts'
import { closeSender } from '#lib/queue/boss.ts'
import { enqueueOverdueRuns } from '#lib/queue/enqueue-overdue-runs.ts'
import { cancelItemSync } from '#lib/services/cancel-item-sync.ts'
import { getItemSync } from '#lib/services/get-item-sync.ts'
import { runRelay } from '#lib/services/run-relay.ts'
import { saveSimpleKey } from '#lib/services/save-simple-key.ts'
import { startItemSync } from '#lib/services/start-item-sync.ts'
import { syncItems } from '#lib/services/sync-items.ts'
import { closeRestAgent } from '#lib/ultracart/rest-agent.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'
import { anItem, type JsonObject } from '#tests/support/build-order.ts'
import { startUltraCart, type UltraCartStandIn } from '#tests/support/ultracart-stand-in.ts'
import { relayDeeds } from '../../scripts/start/relay-deeds.ts'

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
  ultracart.setItems([])
  await saveSimpleKey(access, { simpleKey: ultracart.key })
  ultracart.setItems([])
})

function storeItems(count: number, given: JsonObject = {}): JsonObject[] {
  return Array.from({ length: count }, (_, at) =>
    anItem({
      merchant_id: merchantId,
      merchant_item_id: `ITEM-${String(at).padStart(4, '0')}`,
      ...given,
    }),
  )
}

/** No time passes in a test: what waits may go on. */
async function letGoOn(): Promise<void> {
  await prisma()
    .$executeRaw`UPDATE ultracart_turn SET busy_until = 'epoch', blocked_until = 'epoch'`
  await prisma().$executeRaw`UPDATE item_sync SET next_call_at = now()`
}

/** Does what the worker does with the jobs, without their clock. */
async function drain(): Promise<void> {
  while ((await getItemSync(access)).sync?.state === 'running') {
    await letGoOn()
    await syncItems(merchantId)
  }
}

function countItems(): Promise<number> {
  return prisma().item.count({ where: { merchantId } })
}

describe('a sync', () => {
  test('brings every page of the store, one call at a time', async () => {
    ultracart.setItems(storeItems(250))
    await startItemSync(access, 'all')
    await drain()
    expect(await countItems()).toBe(250)
    expect(ultracart.calls.map((call) => call.query._offset)).toEqual(['0', '100', '200'])
    expect((await getItemSync(access)).sync).toMatchObject({
      state: 'done',
      seenCount: 250,
      totalCount: 250,
      faultyCount: 0,
      message: null,
    })
  })

  test('finds the name field in attributes or properties, whatever its case', async () => {
    ultracart.setItems([
      ...storeItems(1, { content: { attributes: [{ name: 'oapproductID', value: 'Tea' }] } }),
      anItem({
        merchant_id: merchantId,
        merchant_item_id: 'POT',
        properties: [{ name: 'OAPPRODUCTID', value: 'Pot' }],
      }),
    ])
    await startItemSync(access, 'all')
    await drain()
    const rows = await prisma().item.findMany({ where: { merchantId }, orderBy: { itemId: 'asc' } })
    expect(rows.map((row) => row.oapProductId)).toEqual(['Tea', 'Pot'])
  })

  test('waits after a 429 in the middle and goes on where it was', async () => {
    ultracart.setItems(storeItems(250))
    ultracart.spoil(2, { kind: 'status', status: 429, headers: { 'retry-after': '120' } })
    await startItemSync(access, 'all')
    await syncItems(merchantId)
    await syncItems(merchantId)
    const { sync } = await getItemSync(access)
    expect(sync).toMatchObject({
      state: 'running',
      seenCount: 100,
      message: expect.stringContaining('wants fewer calls'),
    })
    expect(Date.parse(sync?.nextCallAt ?? '') - Date.now()).toBeGreaterThan(110_000)
    await syncItems(merchantId)
    expect(ultracart.calls).toHaveLength(2)
    await drain()
    expect(ultracart.calls.map((call) => call.query._offset)).toEqual(['0', '100', '100', '200'])
    expect(await countItems()).toBe(250)
  })

  test('tries again after an outage, and gives up after many with the reason', async () => {
    ultracart.setItems(storeItems(1))
    ultracart.spoil(1, { kind: 'cut' })
    await startItemSync(access, 'all')
    await drain()
    expect((await getItemSync(access)).sync).toMatchObject({ state: 'done', seenCount: 1 })
    for (let call = 1; call <= 20; call += 1) ultracart.spoil(call, { kind: 'html' })
    await startItemSync(access, 'all')
    await drain()
    expect((await getItemSync(access)).sync).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('not from UltraCart'),
    })
  })

  test('ends with the reason when the key is turned away', async () => {
    ultracart.spoil(1, { kind: 'status', status: 401 })
    await startItemSync(access, 'all')
    await drain()
    expect((await getItemSync(access)).sync).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('turned the simple key away'),
    })
  })

  test('names what cannot be read and keeps the rest', async () => {
    ultracart.setItems([
      ...storeItems(2),
      anItem({ merchant_id: merchantId, merchant_item_id: '' }),
    ])
    await startItemSync(access, 'all')
    await drain()
    expect((await getItemSync(access)).sync).toMatchObject({
      state: 'done',
      seenCount: 3,
      faultyCount: 1,
      firstFault: 'items[2].merchant_item_id is missing',
    })
  })

  test('asks afterwards only for what changed since the last whole one', async () => {
    ultracart.setItems(storeItems(3, { last_modified_dts: '2020-01-01T00:00:00-05:00' }))
    await startItemSync(access, 'changes')
    await drain()
    expect(ultracart.calls[0]?.query).not.toHaveProperty('_since')
    const later = new Date(Date.now() + 60_000).toISOString()
    ultracart.setItems([
      ...storeItems(3, { last_modified_dts: '2020-01-01T00:00:00-05:00' }),
      ...storeItems(1, { last_modified_dts: later, description: 'Changed' }),
    ])
    await startItemSync(access, 'changes')
    await drain()
    expect((await getItemSync(access)).sync).toMatchObject({ state: 'done', seenCount: 1 })
    expect(await prisma().item.count({ where: { merchantId, description: 'Changed' } })).toBe(1)
  })

  test('a cancelled one fetches nothing more and keeps what it has', async () => {
    ultracart.setItems(storeItems(250))
    await startItemSync(access, 'all')
    await syncItems(merchantId)
    await cancelItemSync(access)
    await syncItems(merchantId)
    expect(ultracart.calls).toHaveLength(1)
    expect(await countItems()).toBe(100)
    expect((await getItemSync(access)).sync).toMatchObject({ state: 'cancelled' })
    await expect(cancelItemSync(access)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a page that two workers fetched counts once', async () => {
    ultracart.setItems(storeItems(150))
    await startItemSync(access, 'all')
    await Promise.all([syncItems(merchantId), syncItems(merchantId)])
    await drain()
    expect((await getItemSync(access)).sync).toMatchObject({ state: 'done', seenCount: 150 })
    expect(ultracart.mostAtOnce()).toBe(1)
  })

  test('only one runs at a time, and none without a key', async () => {
    await startItemSync(access, 'all')
    await expect(startItemSync(access, 'all')).rejects.toMatchObject({ code: 'conflict' })
    const keyless = accessOf(await buildConnectedMerchant())
    await expect(startItemSync(keyless, 'all')).rejects.toMatchObject({ code: 'conflict' })
    const viewer = accessOf(merchantId, 'viewer')
    await expect(startItemSync(viewer, 'all')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a sync whose job was lost gets another, once', async () => {
    await startItemSync(access, 'all')
    await prisma().$executeRaw`DELETE FROM pgboss.job WHERE name = 'item-sync'`
    const later = new Date(Date.now() + 120_000)
    expect(await enqueueOverdueRuns(prisma(), later)).toBeGreaterThan(0)
    expect(await enqueueOverdueRuns(prisma(), later)).toBe(0)
  })

  test('the relay carries it through by itself, a 429 in the middle included', async () => {
    ultracart.setItems(storeItems(250))
    ultracart.spoil(2, { kind: 'status', status: 429, headers: { 'retry-after': '1' } })
    const relay = await runRelay(relayDeeds)
    await startItemSync(access, 'all')
    await expect
      .poll(async () => (await getItemSync(access)).sync?.state, { timeout: 25_000 })
      .toBe('done')
    await relay.stop()
    expect(await countItems()).toBe(250)
  })
})

describe('the turn to call', () => {
  const noon = new Date('2026-11-25T12:00:00Z')
  const later = (ms: number) => new Date(noon.getTime() + ms)

  test('is one’s alone until it is given back', async () => {
    expect(await takeTurn(noon)).toEqual({ kind: 'taken' })
    expect(await takeTurn(noon)).toMatchObject({ kind: 'wait', why: 'another-call' })
    await releaseTurn(prisma())
    expect(await takeTurn(noon)).toEqual({ kind: 'taken' })
  })

  test('comes back by itself when its process died', async () => {
    await takeTurn(noon)
    expect(await takeTurn(later(91_000))).toEqual({ kind: 'taken' })
  })

  test('comes back after a call that threw', async () => {
    const call = () => Promise.reject(new Error('broken'))
    await expect(inUltraCartTurn(call)).rejects.toThrow('broken')
    expect(await takeTurn(new Date())).toEqual({ kind: 'taken' })
  })

  test.each([
    ['hourly-limit', 1_000, 60 * 60_000],
    ['daily-limit', 10_000, 24 * 60 * 60_000],
  ])(
    '%s: after %i calls it waits until the first have left the window',
    async (why, calls, windowMs) => {
      await prisma().$executeRaw`INSERT INTO ultracart_call VALUES (${noon}, ${calls})`
      expect(await takeTurn(later(60_000))).toMatchObject({ kind: 'wait', why })
      expect(await takeTurn(later(windowMs - 1_000))).toMatchObject({ kind: 'wait', why })
      expect(await takeTurn(later(windowMs + 60_000))).toEqual({ kind: 'taken' })
    },
  )
})
