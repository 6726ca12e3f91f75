import { expect, test } from 'vitest'
import { composeMessage } from '#lib/domain/compose-message.ts'
import { toLineViews } from '#lib/domain/line-views.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import type { LineView } from '#lib/domain/transmission.ts'
import {
  anAutoOrderItem,
  anAutoOrderSnapshot,
  anOrderItem,
  anOrderSnapshot,
  someRefundedTotals,
} from '#tests/support/build-snapshot.ts'

const names = new Map([['TEA', { mappedName: 'Tea', oapProductId: '' }]])

function viewsOf(event: StoreEvent): LineView[] {
  const message = composeMessage(event, names)
  return message === null ? [] : toLineViews(message)
}

test('a sold line shows its amount, the name sent and where the name comes from', () => {
  const items = [
    anOrderItem({ itemId: 'TEA', quantity: 2, discountedTotalCents: 1500 }),
    anOrderItem({
      index: 2,
      itemId: 'MUG',
      quantity: 3,
      unitCostCents: 500,
      discountedUnitCostCents: null,
      discountedTotalCents: null,
    }),
  ]
  expect(
    viewsOf({ kind: 'order-paid', order: anOrderSnapshot({ items }), isRebill: false }),
  ).toMatchObject([
    { itemId: 'TEA', quantity: 2, amountCents: 1500, productName: 'Tea', nameSource: 'mapping' },
    { itemId: 'MUG', quantity: 3, amountCents: 1500, productName: 'MUG', nameSource: 'item-id' },
  ])
})

test('a refunded line shows what was refunded of it', () => {
  const order = anOrderSnapshot({ items: [anOrderItem({ itemId: 'TEA', quantity: 5 })] })
  const event: StoreEvent = {
    kind: 'order-refunded',
    order,
    refunded: someRefundedTotals({ totalCents: 400 }),
    items: [{ index: 1, quantity: 1, refundedCents: 400 }],
    isPartial: true,
  }
  expect(viewsOf(event)).toMatchObject([{ itemId: 'TEA', quantity: 1, amountCents: 400 }])
})

test('an auto order shows every item once, and two items under one name are flagged', () => {
  const autoOrder = anAutoOrderSnapshot({
    items: [
      anAutoOrderItem({ originalItemId: 'CLUB-MONTHLY', nextItemId: 'TEA' }),
      anAutoOrderItem({ nextItemId: 'Tea' }),
    ],
  })
  expect(viewsOf({ kind: 'auto-order-status-changed', autoOrder, word: 'active' })).toMatchObject([
    { itemId: 'CLUB-MONTHLY', description: 'Tea Club', isDuplicateName: false },
    { itemId: 'TEA', productName: 'Tea', isDuplicateName: true },
    { itemId: 'Tea', productName: 'Tea', isDuplicateName: true },
  ])
})
