import { expect, test } from 'vitest'
import { relatedReferences } from '#components/transmission/related-references.ts'

test('an order names its auto order, and a rebill the order that began it', () => {
  const order = { autoOrder: { code: 'ZX81', originalOrderId: 'DEMO-1' } }
  expect(relatedReferences({ kind: 'order-paid', order }, 'DEMO-1')).toEqual([
    { label: 'Auto order', reference: 'ZX81' },
  ])
  expect(relatedReferences({ kind: 'order-paid', order }, 'DEMO-2')).toEqual([
    { label: 'Auto order', reference: 'ZX81' },
    { label: 'First order', reference: 'DEMO-1' },
  ])
})

test('an auto order names its first order', () => {
  expect(relatedReferences({ autoOrder: { originalOrderId: 'DEMO-1' } }, 'ZX81')).toEqual([
    { label: 'First order', reference: 'DEMO-1' },
  ])
})

test.each([null, undefined, {}, { order: null }, { order: { autoOrder: null } }, 'text'])(
  '%o names nothing',
  (snapshot) => expect(relatedReferences(snapshot, 'DEMO-1')).toEqual([]),
)
