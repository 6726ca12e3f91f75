import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAutoOrder, anOrder, anOrderItem, aSummary } from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

beforeEach(() => world.reset())

const preview = (name: string, value: string) =>
  world.services.previewRelayRule(world.access, [name, value])

const kitOrder = () =>
  anOrder({
    items: [
      anOrderItem({ merchant_item_id: 'KIT', kit: true }),
      anOrderItem({
        item_index: 2,
        merchant_item_id: 'PART',
        kit_component: true,
        parent_item_index: 1,
      }),
    ],
    summary: aSummary({ subtotal: 29 }),
  })

/** Sets rules for one deed and puts them back as they were. */
async function under(rules: [string, string][], deed: () => Promise<void>) {
  const { services, access } = world
  const before = await services.getConnection(access)
  await services.setRelayRules(access, rules)
  try {
    await deed()
  } finally {
    const { kitComponents, completedAutoOrders } = before.rules
    await services.setRelayRules(access, [
      ['kit-components', kitComponents],
      ['completed-auto-orders', completedAutoOrders],
      ['success-words', ''],
    ])
  }
}

/** While messages go by ONTRAPORT's API. */
async function throughApi(deed: () => Promise<void>) {
  const { prisma } = await import('#lib/db/client.ts')
  const { merchantId } = world.access
  const take = (way: string) => prisma().connection.update({ where: { merchantId }, data: { way } })
  await take('rest')
  await deed().finally(() => take('receiver'))
}

describe('a changed rule', () => {
  test('sends the components of a kit as lines of their own', async () => {
    await under([['kit-components', 'send']], async () => {
      await world.deliver(['order_create', kitOrder()])
      await world.drain()
    })
    expect(world.ontraport.received[0]?.body).toContain('<item_id>PART</item_id>')
  })

  test('says nothing of a completed auto order, and why', async () => {
    await under([['completed-auto-orders', 'silent']], async () => {
      await world.deliver(['auto_order_update', anAutoOrder({ completed: true })])
    })
    expect(await world.log()).toMatchObject([
      { status: 'skipped', reasonCode: 'auto-order-completed' },
    ])
  })

  test('fails a sale whose answer has none of the words for success', async () => {
    await under([['success-words', 'booked']], async () => {
      await world.deliver(['order_create', anOrder()])
      await world.drain()
    })
    expect(await world.log()).toMatchObject([{ status: 'failed', responseCode: 200 }])
  })

  test('stands in the audit trail', async () => {
    await under([['kit-components', 'send']], async () => undefined)
    const { prisma } = await import('#lib/db/client.ts')
    const entry = await prisma().auditEntry.findFirst({
      where: { details: { path: ['kit-components'], equals: 'send' } },
    })
    expect(entry).toMatchObject({ action: 'rules.changed', actor: world.access.actor })
  })
})

describe('a preview', () => {
  test('counts what the last orders would have become', async () => {
    await world.deliver(['order_create', anOrder({ payment: { test_order: true } })])
    await world.deliver(['order_create', anOrder()])
    expect(await preview('test-orders', 'send')).toEqual({
      sentences: ['Of the last 2 orders, 1 would be sent instead of skipped.'],
      example: null,
    })
  })

  test('shows the lines of XML that would have been different', async () => {
    const completed = anAutoOrder({ completed: true })
    await world.deliver(['auto_order_update', completed])
    expect((await preview('completed-auto-orders', 'cancelled')).example).toEqual({
      reference: completed.auto_order_code,
      before: '<status>terminated</status>',
      after: '<status>cancelled</status>',
    })
    expect((await preview('completed-auto-orders', 'silent')).example).toMatchObject({
      before: '<status>terminated</status>',
      after: null,
    })
  })

  test('shows the lines that a kit’s components would add', async () => {
    await world.deliver(['order_create', kitOrder()])
    const { example } = await preview('kit-components', 'send')
    expect(example?.before).toBe('')
    expect(example?.after).toContain('<item_id>PART</item_id>')
  })

  test('shows what would be different in the calls of ONTRAPORT’s API, where messages go that way', async () => {
    const completed = anAutoOrder({ completed: true })
    await world.deliver(['auto_order_update', completed])
    await throughApi(async () => {
      const { example } = await preview('completed-auto-orders', 'cancelled')
      expect(example?.before).toContain('Auto order: terminated')
      expect(example?.after).toContain('Auto order: cancelled')
      expect(`${example?.before}${example?.after}`).not.toContain('<status>')
      const { example: silent } = await preview('completed-auto-orders', 'silent')
      expect(silent?.before).toMatch(/^\{/)
      expect(silent?.after).toBeNull()
    })
  })

  test('tries words on the last answers', async () => {
    await world.deliver(['order_create', anOrder()])
    await world.drain()
    const { sentences } = await preview('success-words', 'booked')
    expect(sentences).toEqual([
      'Of the 1 answer, 1 would be taken as refused instead of taken as accepted.',
    ])
  })

  test('counts the lost answers that would have been yours to decide', async () => {
    world.ontraport.respond({ kind: 'status', status: 503 })
    await world.deliver(['order_create', anOrder()])
    await world.drain()
    expect((await preview('on-unknown', 'ask')).sentences).toEqual([
      'Of the 1 message, 1 would be left for you to decide instead of sent again.',
    ])
  })

  test('changes nothing', async () => {
    await preview('test-orders', 'send')
    const { rules } = await world.services.getConnection(world.access)
    expect(rules.testOrders).toBe('skip')
  })

  test('of a wrong value is refused with a sentence', async () => {
    await expect(preview('start-date', 'yesterday-ish')).rejects.toMatchObject({
      code: 'malformed',
    })
  })
})
