import { expect, test } from 'vitest'
import { planWebhook } from '#lib/ultracart/webhooks/plan-webhook.ts'
import type { RawWebhook } from '#lib/ultracart/webhooks/webhook-calls.ts'

const WANTED = { url: 'https://relay.example.com/hook', user: 'ultracart', password: 'secret-4711' }

/** A webhook that is as it should be, apart from what is given. */
function aWebhook(given: RawWebhook = {}): RawWebhook {
  const { body } = planWebhook([], WANTED)
  return { ...body, webhook_oid: 7, ...given }
}

function categoryOf(body: RawWebhook, name: string): RawWebhook | undefined {
  const categories: RawWebhook[] = JSON.parse(JSON.stringify(body.event_categories))
  return categories.find((category) => category.event_category === name)
}

test('an expansion that UltraCart does not offer is left out and named', () => {
  const available = ['content', 'content.attributes', 'pricing']
  const bare = { event_category: 'item', available_expansions: available, events: [] }
  const plan = planWebhook([aWebhook({ event_categories: [bare] })], WANTED)
  expect(plan.warnings).toEqual([
    'Items: UltraCart offers no expansion auto_order; it is left out.',
  ])
  expect(categoryOf(plan.body, 'item')).toMatchObject({
    events: [{ expansion: available.join(',') }, {}, {}],
  })
})

test('categories and events that the relay has no use for are sent back as they came', () => {
  const foreign = { event_category: 'customer', subscribed: true, events: [{ event_name: 'x' }] }
  const ours = aWebhook({ disabled: true })
  const categories = JSON.parse(JSON.stringify(ours.event_categories))
  categories[0].events.push({ event_name: 'order_ship', subscribed: false, comments: 'mine' })
  const plan = planWebhook([{ ...ours, event_categories: [...categories, foreign] }], WANTED)
  expect(plan.changes).toEqual(['Switch it on again: UltraCart had disabled it.'])
  expect(categoryOf(plan.body, 'customer')).toEqual(foreign)
  expect(JSON.stringify(categoryOf(plan.body, 'order'))).toContain('"comments":"mine"')
})

test('a password that UltraCart does not show is set anew, for it may be an old one', () => {
  const plan = planWebhook([aWebhook({ basic_password: undefined })], WANTED)
  expect(plan.changes).toEqual(['Use the password that Relay expects.'])
  expect(plan.body.basic_password).toBe(WANTED.password)
})

test.each([
  [{ maximum_events: 0, maximum_size: 50_000_000 }, 2],
  [{ maximum_events: 10, maximum_size: 5_242_880 }, 0],
])(
  'limits that our door cannot take are lowered, others are the merchant’s: %o',
  (limits, count) => {
    expect(planWebhook([aWebhook(limits)], WANTED).changes).toHaveLength(count)
  },
)

test('a webhook without a number is not made a second time', () => {
  expect(() => planWebhook([aWebhook({ webhook_oid: undefined })], WANTED)).toThrow(
    'webhook_oid is missing',
  )
})
