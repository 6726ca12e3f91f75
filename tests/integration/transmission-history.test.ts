import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { saveProductMapping } from '#lib/db/products.ts'
import { env } from '#lib/env.ts'
import { closeTransmission } from '#lib/services/close-transmission.ts'
import { composeToday } from '#lib/services/compose-today.ts'
import { anOrder, anOrderItem, anUnpaidOrder, refundedOrder } from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let relay: RelayWorld
beforeAll(async () => {
  relay = await startRelayWorld()
  env.ONTRAPORT_URL = relay.ontraport.url
})
afterAll(() => relay.close())
beforeEach(() => relay.reset())

async function onlyRow() {
  const [row] = await relay.log()
  if (row === undefined) throw new Error('The log is empty.')
  return row
}

test('a sale that was held keeps why, and when it was let go', async () => {
  const order = anUnpaidOrder()
  await relay.deliver(['order_create', order])
  const held = await onlyRow()
  expect(await relay.detail(held.id)).toMatchObject({ heldReason: null, releasedAt: null })
  await relay.deliver(['order_update', anOrder({ order_id: order.order_id })])
  await relay.drain()
  expect(await relay.detail(held.id)).toMatchObject({
    status: 'sent',
    heldReason: held.reason,
    releasedAt: expect.any(String),
  })
})

test('what today’s names would send differs from what was sent then', async () => {
  await relay.deliver([
    'order_create',
    anOrder({ items: [anOrderItem({ merchant_item_id: 'TEA' })] }),
  ])
  await relay.drain()
  const { id } = await onlyRow()
  const { request } = await relay.detail(id)
  expect(await composeToday(relay.access, id)).toBe(request)
  const { merchantId } = relay.access
  await saveProductMapping(prisma(), { merchantId, itemId: 'TEA', productName: 'Sencha' })
  expect(await composeToday(relay.access, id)).toBe(
    request?.replace('<item_id>TEA</item_id>', '<item_id>Sencha</item_id>'),
  )
})

test('tries that are stopped by hand end as failed, and hold the refunds behind them', async () => {
  const order = anOrder()
  relay.ontraport.respond({ kind: 'status', status: 500, body: '' })
  await relay.deliver(['order_create', order])
  await relay.drain()
  const { id, status } = await onlyRow()
  expect(status).toBe('retrying')
  await relay.deliver(['order_refund', refundedOrder(order, 10)])
  const stopped = await closeTransmission(relay.access, { id, as: 'failed' })
  expect(stopped).toMatchObject({
    status: 'failed',
    reason: 'Trying again was stopped by amy@example.com',
    nextAttemptAt: null,
  })
  expect((await relay.log()).at(-1)).toMatchObject({ status: 'held', reasonCode: 'sale-failed' })
  await expect(closeTransmission(relay.access, { id, as: 'failed' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('one that may get through later cannot be marked as arrived', async () => {
  relay.ontraport.respond({ kind: 'status', status: 500, body: '' })
  await relay.deliver(['order_create', anOrder()])
  await relay.drain()
  const { id } = await onlyRow()
  await expect(closeTransmission(relay.access, { id, as: 'sent' })).rejects.toMatchObject({
    code: 'conflict',
  })
})
