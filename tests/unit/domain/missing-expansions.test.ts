import { describe, expect, test } from 'vitest'
import { judgeSale } from '#lib/domain/judge-sale.ts'
import { findExpansionGaps, missingExpansions } from '#lib/domain/missing-expansions.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import type { Snapshot } from '#lib/domain/snapshot.ts'
import { SUBSCRIPTIONS } from '#lib/domain/webhook-subscriptions.ts'
import { anItem } from '#tests/support/build-order.ts'
import { aBuyer, anAutoOrderSnapshot, anOrderSnapshot } from '#tests/support/build-snapshot.ts'
import { readItem } from '#tests/support/read-webhook.ts'

const bareOrder = { buyer: null, items: null, payment: null, totals: null }

describe('an order', () => {
  test('with all that a sale needs lacks nothing, whatever else is absent', () => {
    const order = anOrderSnapshot({ shipping: null, autoOrder: null, coupons: null, taxes: null })
    expect(missingExpansions(order)).toEqual([])
  })

  test.each([
    ['buyer', 'billing'],
    ['items', 'item'],
    ['payment', 'payment'],
    ['totals', 'summary'],
  ])('without its %s lacks the expansion %s, and the log says the same', (part, expansion) => {
    const order = anOrderSnapshot({ [part]: null })
    expect(missingExpansions(order)).toEqual([expansion])
    expect(judgeSale(order, DEFAULT_RELAY_RULES)).toMatchObject({
      kind: 'held',
      reason: {
        text: `UltraCart's webhook did not include ${expansion}; add this expansion to its events, as listed on the Integration page`,
      },
    })
  })

  test('that was deleted needs none', () => {
    const deleted = anOrderSnapshot({ ...bareOrder, eventName: 'order_delete' })
    expect(missingExpansions(deleted)).toEqual([])
  })

  test('that came by postback has no expansions to add', () => {
    const posted = anOrderSnapshot({ buyer: null, eventName: 'xml_order' })
    expect(missingExpansions(posted)).toEqual([])
    expect(judgeSale(posted, DEFAULT_RELAY_RULES)).toMatchObject({
      reason: { text: "UltraCart's XML Postback did not include billing" },
    })
  })
})

describe('an auto order', () => {
  const original = anAutoOrderSnapshot().originalOrder

  test('with its email and items lacks nothing', () => {
    expect(missingExpansions(anAutoOrderSnapshot())).toEqual([])
  })

  test.each([
    [null, ['original_order', 'original_order.billing', 'original_order.item']],
    [original && { ...original, buyer: null }, ['original_order.billing']],
    [original && { ...original, buyer: aBuyer({ email: '' }) }, ['original_order.billing']],
    [original && { ...original, items: null }, ['original_order.item']],
  ])('whose original order is %j lacks %j', (originalOrder, missing) => {
    expect(missingExpansions(anAutoOrderSnapshot({ originalOrder }))).toEqual(missing)
  })

  test('without its items lacks them', () => {
    expect(missingExpansions(anAutoOrderSnapshot({ items: null }))).toEqual(['items'])
  })
})

test('an item without a price lacks its pricing, unless it was deleted', () => {
  const unpriced = anItem({ pricing: undefined })
  expect(missingExpansions(readItem(unpriced))).toEqual(['pricing'])
  expect(missingExpansions(readItem(unpriced, 'item_delete'))).toEqual([])
  expect(missingExpansions(readItem(anItem()))).toEqual([])
})

describe('the gaps of what arrived', () => {
  const seen = (minute: number, snapshot: Snapshot) => ({
    snapshot,
    seenAt: `2026-05-12T18:0${minute}:00.000Z`,
  })
  const bare = (eventName: string) => anOrderSnapshot({ ...bareOrder, eventName })
  const whole = (eventName: string) => anOrderSnapshot({ eventName })

  test('are listed by event, each with the whole list to paste', () => {
    const autoOrder = anAutoOrderSnapshot({ originalOrder: null })
    const gaps = findExpansionGaps([
      seen(3, bare('order_create')),
      seen(2, whole('order_update')),
      seen(1, autoOrder),
    ])
    expect(gaps).toEqual([
      {
        eventName: 'order_create',
        missing: ['billing', 'item', 'payment', 'summary'],
        expansions: SUBSCRIPTIONS[0]?.expansions,
        seenAt: '2026-05-12T18:03:00.000Z',
      },
      {
        eventName: 'auto_order_update',
        missing: ['original_order', 'original_order.billing', 'original_order.item'],
        expansions: SUBSCRIPTIONS[1]?.expansions,
        seenAt: '2026-05-12T18:01:00.000Z',
      },
    ])
  })

  test('are closed by the first complete event after them', () => {
    const events = [seen(2, whole('order_create')), seen(1, bare('order_create'))]
    expect(findExpansionGaps(events)).toEqual([])
    expect(findExpansionGaps(events.toReversed())).toHaveLength(1)
  })

  test('name no expansion that the list to paste does not have', () => {
    const originalOrder = null
    const all: Snapshot[] = [
      bare('order_create'),
      anAutoOrderSnapshot({ originalOrder, items: null }),
      readItem(anItem({ pricing: undefined })),
    ]
    for (const { missing, expansions } of findExpansionGaps(all.map((one) => seen(1, one))))
      expect(expansions).toEqual(expect.arrayContaining(missing))
  })
})
