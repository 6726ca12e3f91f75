import type { ItemSnapshot } from '#lib/domain/snapshot.ts'

/** An item for sale, with what is given in place of the defaults. */
export function anItemSnapshot(given: Partial<ItemSnapshot> = {}): ItemSnapshot {
  return {
    kind: 'item',
    merchantId: 'DEMO',
    itemId: 'TEA',
    eventName: 'item_update',
    description: 'Green tea',
    oapProductId: '',
    isInactive: false,
    isKit: false,
    isKitComponentOnly: false,
    isDeleted: false,
    priceCents: 1299,
    sale: null,
    currency: 'USD',
    isRecurring: false,
    modifiedAt: '2026-11-20T10:00:00.000Z',
    ...given,
  }
}
