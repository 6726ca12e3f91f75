import { expect, test } from 'vitest'
import { refundedSoFar } from '#lib/domain/refunded.ts'
import type { OrderSnapshot, Snapshot } from '#lib/domain/snapshot.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import { encodeEvent } from '#tests/support/encode-event.ts'
import { fixtureBytes } from '#tests/support/read-webhook.ts'
import { rawText } from '#tests/support/read-xml.ts'
import { assertValid, type SchemaName } from '#tests/support/xml-schema.ts'

type Expected = [SchemaName, StoreEvent]

/** The events of a delivery as they would be told to someone who knows nothing yet. */
function eventsOf(fixture: string): Expected[] {
  return readDelivery(fixtureBytes(fixture), 'DEMO').flatMap((event) =>
    event.kind === 'snapshot' ? eventsIn(event.snapshot) : [],
  )
}

function eventsIn(snapshot: Snapshot): Expected[] {
  switch (snapshot.kind) {
    case 'item':
      return []
    case 'affiliate':
      return [['affiliate', { kind: 'affiliate-joined', affiliate: snapshot }]]
    case 'auto-order':
      return [
        [
          'auto-order-status',
          { kind: 'auto-order-status-changed', autoOrder: snapshot, word: 'active' },
        ],
      ]
    case 'order':
      return [
        ['sale', { kind: 'order-paid', order: snapshot, isRebill: false }],
        ...refundIn(snapshot),
      ]
  }
}

function refundIn(order: OrderSnapshot): Expected[] {
  const { refunded, items } = refundedSoFar(order)
  if (refunded.totalCents === 0) return []
  return [['refund', { kind: 'order-refunded', order, refunded, items, isPartial: false }]]
}

test.each([
  ['ultracart-order-create.json', 1],
  ['ultracart-order-refund.json', 4],
  ['ultracart-auto-order-update.json', 2],
])('every document from %s is valid by libxml2', async (fixture, count) => {
  const events = eventsOf(fixture)
  expect(events).toHaveLength(count)
  for (const [schema, event] of events) await assertValid(encodeEvent(event, new Map()), schema)
})

test('an entity in UltraCart’s JSON reaches the document as the character it stands for', () => {
  const [[, sale] = []] = eventsOf('ultracart-order-create.json')
  if (sale === undefined) throw new Error('The fixture has no order.')
  expect(rawText(encodeEvent(sale, new Map()), 'description')).toBe(
    'Sencha 100 g – 日本茶 &amp; Co.',
  )
})
