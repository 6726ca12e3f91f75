import { expect, test } from 'vitest'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import { anAutoOrder, money } from '#tests/support/build-order.ts'
import { fixtureBytes, readAutoOrder } from '#tests/support/read-webhook.ts'

const fixture = readDelivery(fixtureBytes('ultracart-auto-order-update.json'), 'DEMO')

test('the declined auto order of the fixture is read field by field', () => {
  expect(fixture[0]).toMatchObject({
    path: 'events[0].auto_order_update',
    snapshot: {
      kind: 'auto-order',
      merchantId: 'DEMO',
      eventName: 'auto_order_update',
      autoOrderCode: 'ZX81QLM2P4',
      autoOrderOid: 5512034,
      originalOrderId: 'DEMO-0009200417',
      status: 'active',
      isEnabled: true,
      isCompleted: false,
      failedAttemptCount: 1,
      nextAttemptAt: '2026-06-15T04:00:00.000Z',
      failureReason: 'Declined - insufficient funds',
      isCancelledForUpgrade: false,
      isCancelledForDowngrade: false,
      cancelledAt: null,
      disabledAt: null,
      mergedInto: '',
      items: [
        {
          originalItemId: 'CLUB-MONTHLY',
          originalQuantity: 1,
          nextItemId: 'CLUB-MONTHLY',
          frequency: 'Monthly',
          nextShipmentAt: '2026-06-12T04:00:00.000Z',
          noOrderAfterAt: null,
          arbitraryUnitCostCents: null,
          arbitraryDiscountPercent: null,
        },
      ],
      originalOrder: {
        orderId: 'DEMO-0009200417',
        createdAt: '2026-05-12T18:07:36.000Z',
        currency: 'USD',
        buyer: { email: 'zoe.nunez@example.com', firstName: 'Zoë' },
        items: [{ index: 2, itemId: 'CLUB-MONTHLY', unitCostCents: 2900 }],
        checkout: { storefrontHost: 'shop.example.com' },
      },
    },
  })
})

test('the cancelled auto order of the fixture tells why and by whom', () => {
  expect(fixture[1]).toMatchObject({
    snapshot: {
      autoOrderCode: 'QW77HHN3K9',
      status: 'canceled',
      isEnabled: false,
      isCancelledForUpgrade: false,
      isCancelledForDowngrade: true,
      cancelledAt: '2026-06-12T14:22:05.000Z',
      cancelledBy: 'customer',
      cancelReason: 'Purchased downgrade item CLUB-LITE',
      originalOrder: { buyer: { email: 'juergen@example.com' } },
    },
  })
})

test('an auto order of UltraCart’s default size has its parts missing', () => {
  expect(readAutoOrder({ auto_order_code: 'AO-1', status: 'active' })).toMatchObject({
    autoOrderCode: 'AO-1',
    autoOrderOid: null,
    originalOrderId: '',
    isEnabled: null,
    failedAttemptCount: 0,
    items: null,
    originalOrder: null,
  })
})

test.each([undefined, null, '', {}])(
  'with the code %j the oid names the stream',
  (auto_order_code) => {
    const order = anAutoOrder({ auto_order_code, auto_order_oid: '5512034' })
    expect(readAutoOrder(order)).toMatchObject({ autoOrderCode: '5512034', autoOrderOid: 5512034 })
  },
)

test('plain amounts are in the currency of the order that began it', () => {
  const order = anAutoOrder({
    items: [{ arbitrary_unit_cost: 2900, arbitrary_percentage_discount: '12.5' }],
    original_order: { summary: { total: money(2900, 'JPY') } },
  })
  expect(readAutoOrder(order)).toMatchObject({
    items: [{ arbitraryUnitCostCents: 2900, arbitraryDiscountPercent: 12.5 }],
    originalOrder: { currency: 'JPY' },
  })
})

test('the original order names itself, or is named by the auto order', () => {
  const named = anAutoOrder({ original_order_id: 'DEMO-7', original_order: { order_id: null } })
  expect(readAutoOrder(named).originalOrder?.orderId).toBe('DEMO-7')
  const naming = anAutoOrder({ original_order_id: null, original_order: { order_id: 'DEMO-8' } })
  expect(readAutoOrder(naming).originalOrderId).toBe('DEMO-8')
})

test('a merged auto order tells where it went', () => {
  const order = anAutoOrder({ status: 'merged', merged_into_auto_order_oid: 42 })
  expect(readAutoOrder(order)).toMatchObject({ status: 'merged', mergedInto: '42' })
})

test('an attempt counter is never below zero', () => {
  expect(readAutoOrder(anAutoOrder({ credit_card_attempt: -1 })).failedAttemptCount).toBe(0)
})
