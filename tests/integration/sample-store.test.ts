import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'
import { serveWebhooks, type WebhookAddress } from '#tests/support/webhook-address.ts'
import { assertAllValid, type SchemaName } from '#tests/support/xml-schema.ts'

let world: RelayWorld
let webhooks: WebhookAddress

beforeAll(async () => {
  world = await startRelayWorld([['start-date', 'now']])
  webhooks = await serveWebhooks('DEMO')
})

afterAll(async () => {
  await webhooks.close()
  await world.close()
})

beforeEach(async () => {
  await world.reset()
  await world.services.setSandbox(world.access, true)
})

const now = () => new Date()

async function fill(at = now()) {
  const filled = await world.services.fillSampleStore(world.access, { url: webhooks.url, now: at })
  await world.drain()
  return filled
}

/** Type, status, reason and what is told, with the running number in place of the ids. */
async function story() {
  const rows = await world.log()
  return rows.map(({ type, status, reasonCode, description }) =>
    [type, status, reasonCode ?? '', description.replace(/(DEMO-|SMPL)\d{8}/, '#')].join(' | '),
  )
}

describe('the sample store', () => {
  test('gives the log that its orders must give, one row an event', async () => {
    await fill()
    expect(await story()).toEqual([
      'sale | sent |  | Sale #01: 2 items, 93.27 USD, Zoë Núñez-Łukasiewicz',
      'sale | sent |  | Sale #02: 2 items, 31.32 USD, Ольга Петрова',
      'sale | sent |  | Sale #03: 1 item, 55.08 USD, Hồng Nguyễn Thị',
      'sale | sent |  | Sale #04: 1 item, 0.00 USD, عمر الخطيب',
      'sale | skipped | test-order | Sale #05: 1 item, 39.96 USD, Zoë Núñez-Łukasiewicz',
      'sale | sent |  | Sale #06: 40 items, 184.22 USD, さくら 田中',
      'sale | sent |  | Sale #07: 1 item, 53.31 USD, さくら 田中',
      'sale | held | stage-before-payment | Sale #08: 1 item, 19.98 USD, عمر الخطيب',
      'sale | sent |  | Sale #09: 1 item, 67.89 USD, Ольга Петрова',
      'sale | sent |  | Sale #10: 1 item, 21.07 USD, Hồng Nguyễn Thị',
      'refund | sent |  | Partial refund of 19.98 USD (order total 67.89 USD)',
      'refund | sent |  | Full refund of 21.07 USD',
      'sale | sent |  | Sale #11: 1 item, 31.32 USD, Zoë Núñez-Łukasiewicz',
      'auto-order-status | sent |  | Auto order #1: active',
      'sale | sent |  | Sale #13: 1 item, 31.32 USD, さくら 田中',
      'auto-order-status | sent |  | Auto order #2: active',
      'sale | sent |  | Rebill #12: 1 item, 31.32 USD, Zoë Núñez-Łukasiewicz',
      'auto-order-status | sent |  | Auto order #1: card declined',
      'auto-order-status | sent |  | Auto order #1: cancelled',
      'auto-order-status | sent |  | Auto order #2: cancelled download',
    ])
  })

  test('stays inside the product', async () => {
    await fill()
    expect(world.ontraport.received).toEqual([])
    expect((await world.log()).every((row) => row.isSandbox)).toBe(true)
  })

  test('sends only what the schemas allow', async () => {
    await fill()
    const { messages } = await world.services.getSandbox(world.access, { limit: 100 })
    const texts = messages.map((message) => message.request)
    await assertAllValid(texts.filter(isOf('sale')), 'sale')
    await assertAllValid(texts.filter(isOf('refund')), 'refund')
    await assertAllValid(texts.filter(isOf('auto-order-status')), 'auto-order-status')
  })

  test('names items by their oapProductid, and flags the two that share one', async () => {
    await fill()
    const rows = await world.log()
    const [named, doubled] = await Promise.all(rows.slice(0, 2).map((row) => world.detail(row.id)))
    expect(named?.lines[0]).toMatchObject({
      productName: 'Green Tea (100 g)',
      nameSource: 'oap-product-id',
    })
    expect(doubled?.lines.map((line) => line.isDuplicateName)).toEqual([true, true])
  })

  test('filled again gives new orders and takes nothing from the old', async () => {
    await fill(new Date(Date.now() - 60_000))
    await fill()
    expect(await world.log()).toHaveLength(40)
  })

  test('leaves no item behind when the store goes live', async () => {
    const count = async () => {
      const page = { search: 'RELAY-SAMPLE', limit: 50, cursor: null }
      return (await world.services.listProducts(world.access, page)).products.length
    }
    await fill()
    expect(await count()).toBe(7)
    await world.services.setSandbox(world.access, false)
    expect(await count()).toBe(0)
  })
})

test('a live store cannot be filled with invented orders', async () => {
  await world.services.setSandbox(world.access, false)
  await expect(fill()).rejects.toMatchObject({ code: 'conflict' })
  expect(await world.log()).toEqual([])
})

test('an address that does not take the deliveries is named', async () => {
  const url = `${webhooks.url}-of-somebody-else`
  const filling = world.services.fillSampleStore(world.access, { url })
  await expect(filling).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('answered 401'),
  })
})

function isOf(schema: SchemaName): (text: string) => boolean {
  return (text) => schemaOf(text) === schema
}

function schemaOf(text: string): SchemaName {
  if (!text.includes('<export>')) return 'auto-order-status'
  return text.includes('<total_refunded>') ? 'refund' : 'sale'
}
