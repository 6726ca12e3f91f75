import { expect, test } from 'vitest'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import { anItem } from '#tests/support/build-order.ts'
import { fixtureBytes, readItem } from '#tests/support/read-webhook.ts'

test('both items of the fixture are read field by field', () => {
  const events = readDelivery(fixtureBytes('ultracart-item-update.json'), 'DEMO')
  const shared = {
    kind: 'item',
    merchantId: 'DEMO',
    eventName: 'item_update',
    oapProductId: 'Green Tea (100 g)',
    isInactive: false,
    isKitComponentOnly: false,
    isDeleted: false,
    currency: 'USD',
  }
  expect(events.map((event) => event.kind === 'snapshot' && event.snapshot)).toEqual([
    {
      ...shared,
      itemId: 'TEA-GREEN-100',
      description: 'Sencha 100 g',
      isKit: false,
      priceCents: 1850,
      sale: {
        priceCents: 1600,
        startsAt: '2026-06-01T04:00:00.000Z',
        endsAt: '2026-06-08T04:00:00.000Z',
      },
      isRecurring: false,
      modifiedAt: '2026-05-21T13:44:18.000Z',
    },
    {
      ...shared,
      itemId: 'STARTER-KIT',
      description: 'Starter kit',
      isKit: true,
      priceCents: 5900,
      sale: null,
      isRecurring: null,
      modifiedAt: '2026-05-21T13:45:02.000Z',
    },
  ])
})

test('the name of the oapProductid field is compared without case and its value trimmed', () => {
  const attributes = [{ name: ' OAPPRODUCTID ', value: ' Green Tea ' }]
  expect(readItem(anItem({ content: { attributes } })).oapProductId).toBe('Green Tea')
})

test('an attribute wins over a property, and a property over nothing', () => {
  const properties = [{ name: 'oapProductId', value: 77 }]
  const attributes = [{ name: 'oapproductid', value: 'From attributes' }]
  expect(readItem(anItem({ properties })).oapProductId).toBe('77')
  expect(readItem(anItem({ properties, content: { attributes } })).oapProductId).toBe(
    'From attributes',
  )
  const empty = [{ name: 'oapproductid', value: ' ' }]
  expect(readItem(anItem({ properties, content: { attributes: empty } })).oapProductId).toBe('77')
})

test('an item whose attributes lack the field has an empty one', () => {
  const attributes = [{ name: 'origin', value: 'Uji' }]
  expect(readItem(anItem({ content: { attributes } })).oapProductId).toBe('')
})

test('what belongs to a part that did not arrive is not known', () => {
  expect(readItem({ merchant_item_id: 'A' })).toMatchObject({
    oapProductId: null,
    priceCents: null,
    sale: null,
    isRecurring: null,
    currency: 'USD',
    modifiedAt: null,
  })
})

test('entities in a description are decoded once', () => {
  expect(readItem(anItem({ description: 'Caf&eacute; &amp;amp; Tea' })).description).toBe(
    'Café &amp; Tea',
  )
})

test('only item_delete says that the item is gone', () => {
  expect(readItem(anItem(), 'item_delete').isDeleted).toBe(true)
  expect(readItem(anItem(), 'item_create').isDeleted).toBe(false)
})

test('a price follows its currency’s digits', () => {
  expect(readItem(anItem({ pricing: { cost: '1500', currency_code: 'JPY' } }))).toMatchObject({
    priceCents: 1500,
    currency: 'JPY',
  })
})
