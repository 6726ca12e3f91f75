import { describe, expect, test } from 'vitest'
import { composeMessage, type ItemNames, itemIdsOf } from '#lib/domain/compose-message.ts'
import type { MessageLine, RefundLine } from '#lib/domain/message.ts'
import type { NameSources } from '#lib/domain/product-name.ts'
import type { OrderItem } from '#lib/domain/snapshot.ts'
import type { RefundedItem } from '#lib/domain/store-event.ts'
import {
  anAutoOrderItem,
  anAutoOrderSnapshot,
  anOrderItem,
  anOrderSnapshot,
  someRefundedTotals,
} from '#tests/support/build-snapshot.ts'

const NO_NAMES: ItemNames = new Map()

function saleLines(items: OrderItem[] | null, names = NO_NAMES): MessageLine[] {
  const message = composeMessage(
    { kind: 'order-paid', order: anOrderSnapshot({ items }), isRebill: false },
    names,
  )
  return message?.kind === 'sale' ? message.lines : []
}

function refundLines(items: OrderItem[] | null, refunded: RefundedItem[]): RefundLine[] {
  const message = composeMessage(
    {
      kind: 'order-refunded',
      order: anOrderSnapshot({ items }),
      refunded: someRefundedTotals({ totalCents: 500 }),
      items: refunded,
      isPartial: true,
    },
    NO_NAMES,
  )
  return message?.kind === 'refund' ? message.lines : []
}

const itemIds = (lines: MessageLine[]): string[] => lines.map((line) => line.item.itemId)
const flags = (lines: MessageLine[]): boolean[] => lines.map((line) => line.isDuplicateName)

describe('a sale', () => {
  test('has a line for every item, under its name in ONTRAPORT', () => {
    const names = new Map([['B', { mappedName: 'Black Tea', oapProductId: '' }]])
    const items = [anOrderItem({ itemId: 'A' }), anOrderItem({ index: 2, itemId: 'B' })]
    expect(saleLines(items, names).map((line) => line.product)).toEqual([
      { name: 'A', source: 'item-id' },
      { name: 'Black Tea', source: 'mapping' },
    ])
  })

  test('has no lines when the items did not arrive', () => {
    expect(saleLines(null)).toEqual([])
  })

  test('keeps whether it is a rebill', () => {
    const event = { kind: 'order-paid', order: anOrderSnapshot(), isRebill: true } as const
    expect(composeMessage(event, NO_NAMES)).toMatchObject({ kind: 'sale', isRebill: true })
  })
})

describe('a kit', () => {
  const kit = anOrderItem({ index: 1, itemId: 'KIT', isKit: true })
  const component = (overrides: Partial<OrderItem>): OrderItem =>
    anOrderItem({ isKitComponent: true, ...overrides })

  test('stands for the components that name it', () => {
    const items = [kit, component({ index: 2, itemId: 'PART', parentIndex: 1 })]
    expect(itemIds(saleLines(items))).toEqual(['KIT'])
  })

  test('stands for the components after it that name no kit', () => {
    const items = [kit, component({ index: 2, itemId: 'PART' }), anOrderItem({ index: 3 })]
    expect(itemIds(saleLines(items))).toEqual(['KIT', 'TEA-GREEN-100'])
  })

  test('does not stand for a component before it that names no kit', () => {
    const items = [component({ index: 1, itemId: 'PART' }), { ...kit, index: 2 }]
    expect(itemIds(saleLines(items))).toEqual(['PART', 'KIT'])
  })

  test('that is not in the order leaves its components in', () => {
    const items = [component({ index: 2, itemId: 'PART', parentIndex: 9 })]
    expect(itemIds(saleLines(items))).toEqual(['PART'])
  })

  test('inside a kit is left out with the rest', () => {
    const inner = component({ index: 2, itemId: 'INNER', isKit: true, parentIndex: 1 })
    const items = [kit, inner, component({ index: 3, itemId: 'PART', parentIndex: 2 })]
    expect(itemIds(saleLines(items))).toEqual(['KIT'])
  })
})

describe('a kit whose components are sent', () => {
  const items = [
    anOrderItem({ index: 1, itemId: 'KIT', isKit: true }),
    anOrderItem({ index: 2, itemId: 'PART', isKitComponent: true, parentIndex: 1 }),
  ]
  const rules = { kitComponents: 'send' } as const

  test('has a line for each of them in a sale', () => {
    const order = anOrderSnapshot({ items })
    const message = composeMessage({ kind: 'order-paid', order, isRebill: false }, NO_NAMES, rules)
    expect(message).toMatchObject({
      lines: [{ item: { itemId: 'KIT' } }, { item: { itemId: 'PART' } }],
    })
  })

  test('has a line for each of them in a refund', () => {
    const refunded = [1, 2].map((index) => ({ index, quantity: 1, refundedCents: 0 }))
    const event = {
      kind: 'order-refunded',
      order: anOrderSnapshot({ items }),
      refunded: someRefundedTotals({ totalCents: 500 }),
      items: refunded,
      isPartial: false,
    } as const
    expect(composeMessage(event, NO_NAMES, rules)).toMatchObject({
      lines: [{ item: { itemId: 'KIT' } }, { item: { itemId: 'PART' } }],
    })
  })
})

describe('two lines under one name', () => {
  const sameName: NameSources = { mappedName: 'Tea', oapProductId: '' }

  test('are flagged when they are different items', () => {
    const names = new Map<string, NameSources>([
      ['A', sameName],
      ['B', { mappedName: null, oapProductId: ' Tea ' }],
    ])
    const items = ['A', 'B', 'C'].map((itemId, place) => anOrderItem({ itemId, index: place + 1 }))
    expect(flags(saleLines(items, names))).toEqual([true, true, false])
  })

  test('are flagged when one item’s id is the other’s name', () => {
    const items = [anOrderItem({ itemId: 'A' }), anOrderItem({ itemId: 'Tea', index: 2 })]
    expect(flags(saleLines(items, new Map([['A', sameName]])))).toEqual([true, true])
  })

  test('are not flagged when they are the same item twice', () => {
    const items = [anOrderItem({ itemId: 'A' }), anOrderItem({ itemId: 'A', index: 2 })]
    expect(flags(saleLines(items, new Map([['A', sameName]])))).toEqual([false, false])
  })
})

describe('a refund', () => {
  const items = [anOrderItem({ itemId: 'A' }), anOrderItem({ itemId: 'B', index: 2, quantity: 3 })]

  test('has lines for what is refunded now, with quantity and amount', () => {
    const lines = refundLines(items, [{ index: 2, quantity: 1, refundedCents: 500 }])
    expect(lines).toMatchObject([
      { item: { itemId: 'B', quantity: 3 }, quantityRefunded: 1, refundedCents: 500 },
    ])
  })

  test('without item detail has no lines', () => {
    expect(refundLines(items, [])).toEqual([])
    expect(refundLines(null, [{ index: 2, quantity: 1, refundedCents: 500 }])).toEqual([])
  })

  test('does not name the components that the sale did not name', () => {
    const withKit = [
      anOrderItem({ itemId: 'KIT', isKit: true }),
      anOrderItem({ index: 2, itemId: 'PART', isKitComponent: true, parentIndex: 1 }),
    ]
    const refunded = [1, 2].map((index) => ({ index, quantity: 1, refundedCents: 0 }))
    expect(itemIds(refundLines(withKit, refunded))).toEqual(['KIT'])
  })
})

describe('an auto-order status', () => {
  const autoOrder = anAutoOrderSnapshot({
    items: [anAutoOrderItem({ nextItemId: 'CLUB-YEARLY' }), anAutoOrderItem({ nextItemId: '' })],
  })
  const names = new Map([['CLUB-YEARLY', { mappedName: 'Club (year)', oapProductId: '' }]])

  test('has the word and names the items it renews', () => {
    const event = { kind: 'auto-order-status-changed', autoOrder, word: 'card declined' } as const
    expect(composeMessage(event, names)).toMatchObject({
      kind: 'auto-order-status',
      word: 'card declined',
      lines: [
        { original: { name: 'CLUB-MONTHLY' }, next: { name: 'Club (year)', source: 'mapping' } },
        { original: { name: 'CLUB-MONTHLY' }, next: null },
      ],
      originalLines: [{ product: { name: 'CLUB-MONTHLY' } }],
    })
  })

  test('without a word is no message', () => {
    const event = { kind: 'auto-order-status-changed', autoOrder, word: null } as const
    expect(composeMessage(event, names)).toBeNull()
  })
})

describe('the item ids of an event', () => {
  test('are those of the order, each once', () => {
    const order = anOrderSnapshot({ items: [anOrderItem(), anOrderItem({ index: 2 })] })
    expect(itemIdsOf({ kind: 'order-paid', order, isRebill: false })).toEqual(['TEA-GREEN-100'])
  })

  test('are those that an auto order began with and goes on with', () => {
    const autoOrder = anAutoOrderSnapshot({
      items: [anAutoOrderItem({ nextItemId: 'CLUB-YEARLY' }), anAutoOrderItem({ nextItemId: '' })],
    })
    const event = { kind: 'auto-order-status-changed', autoOrder, word: 'active' } as const
    expect(itemIdsOf(event)).toEqual(['CLUB-MONTHLY', 'CLUB-YEARLY'])
  })
})
