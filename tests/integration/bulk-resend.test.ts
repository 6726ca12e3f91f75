import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import type { TransmissionStatus } from '#lib/domain/transmission.ts'
import { env } from '#lib/env.ts'
import { newId } from '#lib/ids.ts'
import { getBulkResend } from '#lib/services/get-bulk-resend.ts'
import { previewBulkResend } from '#lib/services/preview-bulk-resend.ts'
import { resendNextBatch } from '#lib/services/resend-next-batch.ts'
import { startBulkResend } from '#lib/services/start-bulk-resend.ts'
import { steerBulkResend } from '#lib/services/steer-bulk-resend.ts'
import { accessOf } from '#tests/support/build-merchant.ts'
import {
  anOrder,
  anUnpaidOrder,
  type JsonObject,
  refundedOrder,
} from '#tests/support/build-order.ts'
import { buildTransmissions } from '#tests/support/build-transmission.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let relay: RelayWorld
/** Ids follow each other in time, and the audit trail can only grow. */
let testBegan: string
beforeAll(async () => {
  relay = await startRelayWorld()
  env.ONTRAPORT_URL = relay.ontraport.url
})
afterAll(() => relay.close())
beforeEach(async () => {
  await relay.reset()
  await prisma().$executeRaw`TRUNCATE bulk_resend, bulk_resend_item, resend_click`
  testBegan = newId()
})

/** Sales that ONTRAPORT refused, and then one that accepts. */
async function failSales(count: number): Promise<void> {
  relay.ontraport.respond({ kind: 'status', status: 422, body: 'no such product' })
  const events = Array.from({ length: count }, (): [string, JsonObject] => [
    'order_create',
    anOrder(),
  ])
  await relay.deliver(...events)
  await relay.drain()
  relay.ontraport.respond({ kind: 'accept' })
  relay.ontraport.received.length = 0
}

function start(statuses: TransmissionStatus[] = ['failed'], nonce = 'click-0001') {
  return startBulkResend(relay.access, { filter: {}, statuses, mode: 'original', nonce })
}

/** What the worker does with the jobs, without its clock. */
async function goOn(): Promise<void> {
  await prisma().$executeRaw`UPDATE bulk_resend SET next_step_at = now()`
  await resendNextBatch(relay.access.merchantId)
}

async function finish() {
  while ((await view()).state === 'running') await goOn()
  await relay.drain()
  return view()
}

async function view() {
  const run = await getBulkResend(relay.access)
  if (run === null) throw new Error('There is no run.')
  return run
}

async function auditActions(): Promise<string[]> {
  const entries = await prisma().auditEntry.findMany({
    where: { id: { gt: testBegan } },
    orderBy: { id: 'asc' },
  })
  return entries.map(({ action }) => action)
}

describe('a bulk resend', () => {
  test('sends each once more, in batches, and says what came of them', async () => {
    await failSales(25)
    expect(await start()).toMatchObject({ totalCount: 25, leftOutCount: 0 })
    await goOn()
    expect(await view()).toMatchObject({ state: 'running', queuedCount: 10 })
    expect(await finish()).toMatchObject({
      state: 'done',
      totalCount: 25,
      queuedCount: 25,
      leftOut: [],
      standings: [{ status: 'sent', count: 25 }],
    })
    expect(relay.ontraport.received).toHaveLength(25)
    const [row] = await relay.log()
    expect((await relay.detail(row?.id ?? '')).attempts).toMatchObject([
      { trigger: 'auto', outcome: 'refused' },
      { trigger: 'bulk', outcome: 'accepted' },
    ])
    expect(await auditActions()).toEqual(['bulk-resend.started', 'bulk-resend.finished'])
  })

  test('rests between two batches', async () => {
    await failSales(11)
    await start()
    const now = new Date()
    await resendNextBatch(relay.access.merchantId, now)
    await resendNextBatch(relay.access.merchantId, now)
    expect(await view()).toMatchObject({ state: 'running', queuedCount: 10 })
  })

  test('two workers at the same batch send it once', async () => {
    await failSales(10)
    await start()
    const { merchantId } = relay.access
    await Promise.all([resendNextBatch(merchantId), resendNextBatch(merchantId)])
    await finish()
    expect(relay.ontraport.received).toHaveLength(10)
  })

  test('sends a failed sale before the refund that waits for it', async () => {
    const order = anOrder()
    relay.ontraport.respond({ kind: 'status', status: 422, body: 'no' })
    await relay.deliver(['order_create', order])
    await relay.drain()
    await relay.deliver(['order_refund', refundedOrder(order, 10)])
    relay.ontraport.respond({ kind: 'accept' })
    relay.ontraport.received.length = 0
    expect((await relay.log()).map(({ status }) => status)).toEqual(['failed', 'held'])
    await start(['failed', 'held'])
    await finish()
    expect(relay.ontraport.received.map(({ body }) => body.includes('total_refunded'))).toEqual([
      false,
      true,
    ])
  })

  test('leaves out what another hand had accepted in the meantime', async () => {
    await failSales(12)
    await start()
    await goOn()
    const [last] = (await relay.log()).filter(({ status }) => status === 'failed')
    await relay.services.resendTransmission(relay.access, {
      id: last?.id ?? '',
      mode: 'original',
      nonce: 'hand-0001',
      isSentAllowed: false,
    })
    await relay.drain()
    expect(await finish()).toMatchObject({
      queuedCount: 11,
      leftOut: [{ why: 'sent-already', count: 1 }],
    })
    expect(relay.ontraport.received).toHaveLength(12)
  })

  test('with the same nonce once more sends nothing twice', async () => {
    await failSales(2)
    await start(['failed'], 'same-nonce')
    await finish()
    await prisma().transmission.updateMany({ data: { status: 'failed' } })
    await start(['failed'], 'same-nonce')
    expect(await finish()).toMatchObject({
      queuedCount: 0,
      leftOut: [{ why: 'clicked-already', count: 2 }],
    })
    expect(relay.ontraport.received).toHaveLength(2)
  })

  test('sends what was accepted once more only when that is asked for by name', async () => {
    await failSales(1)
    await start()
    await finish()
    expect(await start(['failed', 'held', 'skipped'])).toMatchObject({ runId: null, totalCount: 0 })
    await start(['sent'], 'again')
    await finish()
    expect(relay.ontraport.received).toHaveLength(2)
  })

  test('stops while it is paused, goes on when resumed, and ends when cancelled', async () => {
    await failSales(25)
    await start()
    await goOn()
    await steerBulkResend(relay.access, 'pause')
    await goOn()
    expect(await view()).toMatchObject({ state: 'paused', queuedCount: 10 })
    await expect(start()).rejects.toThrow('Another run is not over yet')
    await steerBulkResend(relay.access, 'resume')
    await goOn()
    await steerBulkResend(relay.access, 'cancel')
    await goOn()
    await relay.drain()
    expect(await view()).toMatchObject({
      state: 'cancelled',
      queuedCount: 20,
      standings: [{ status: 'sent', count: 20 }],
    })
    await expect(steerBulkResend(relay.access, 'resume')).rejects.toThrow('not under way')
    expect(await auditActions()).toEqual([
      'bulk-resend.started',
      'bulk-resend.paused',
      'bulk-resend.resumed',
      'bulk-resend.cancelled',
    ])
  })

  test('waits while ONTRAPORT turns the key away', async () => {
    await failSales(2)
    await start()
    await prisma().connection.updateMany({ data: { pausedAt: new Date() } })
    await goOn()
    expect(await view()).toMatchObject({
      state: 'running',
      queuedCount: 0,
      message: expect.stringContaining('turned the key away'),
    })
    await prisma().connection.updateMany({ data: { pausedAt: null } })
    expect(await finish()).toMatchObject({ state: 'done', queuedCount: 2, message: null })
  })

  test('is carried through by the relay, also by one that was started after it', async () => {
    await failSales(12)
    await start()
    await relay.services.closeSender()
    const running = await relay.runRelay()
    await relay.ontraport.waitFor(12, 20_000)
    await running.stop()
    expect(relay.ontraport.received).toHaveLength(12)
  })

  test('is not for viewers', async () => {
    const viewer = accessOf(relay.access.merchantId, 'viewer')
    const wish = { filter: {}, statuses: ['failed'], mode: 'original', nonce: 'n' } as const
    await expect(startBulkResend(viewer, wish)).rejects.toThrow('viewer')
    await expect(previewBulkResend(viewer, {})).rejects.toThrow('viewer')
    await expect(steerBulkResend(viewer, 'cancel')).rejects.toThrow('viewer')
  })
})

test('the count before it says by status what can go, and what not and why', async () => {
  const { merchantId } = relay.access
  await failSales(2)
  await relay.deliver(['order_create', anUnpaidOrder()])
  await buildTransmissions(
    { merchantId, status: 'sent', type: 'item-fetch', reference: 'poll' },
    { merchantId, status: 'failed', isSandbox: true, streamKind: 'sandbox-order' },
    { merchantId, status: 'failed', reasonCode: 'answer-lost', type: 'affiliate', reference: '7' },
    { merchantId, status: 'sending', reference: 'DEMO-9' },
  )
  expect(await previewBulkResend(relay.access, {})).toEqual({
    groups: [
      { status: 'failed', count: 3, moneyCount: 2, lostCount: 1, isMore: false },
      { status: 'held', count: 1, moneyCount: 1, lostCount: 0, isMore: false },
    ],
    leftOut: [
      { why: 'sandbox-left', count: 1 },
      { why: 'nothing-to-send', count: 1 },
      { why: 'sending', count: 1 },
    ],
  })
  expect((await previewBulkResend(relay.access, { status: ['held'] })).groups).toHaveLength(1)
})
