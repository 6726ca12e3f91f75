import { expect, test } from 'vitest'
import type { Snapshot } from '#lib/domain/snapshot.ts'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'
import { anOrder, anOrderItem, money, refundedOrder } from '#tests/support/build-order.ts'
import { fixtureBytes, readOrder } from '#tests/support/read-webhook.ts'

function snapshotsOf(fixture: string): Snapshot[] {
  return readDelivery(fixtureBytes(fixture), 'DEMO').flatMap((event) =>
    event.kind === 'snapshot' ? event.snapshot : [],
  )
}

const zoe = {
  title: 'Dr.',
  firstName: 'Zoë',
  lastName: 'Núñez-Łukasiewicz',
  company: 'Söhne & Töchter "Café" GmbH',
  address1: '12 O’Connell Straße',
  address2: 'Apt. 4 / Ñ',
  city: 'San José',
  stateRegion: 'CA',
  postalCode: '95113',
  countryCode: 'US',
}

const noRefund = {
  totalCents: 0,
  subtotalCents: 0,
  subtotalDiscountCents: 0,
  taxCents: 0,
  shippingHandlingCents: 0,
  otherCents: 0,
}

test('the order_create fixture is read field by field', () => {
  expect(snapshotsOf('ultracart-order-create.json')).toEqual([
    {
      kind: 'order',
      merchantId: 'DEMO',
      eventName: 'order_create',
      orderId: 'DEMO-0009200417',
      stage: 'Shipping Department',
      createdAt: '2026-05-12T18:07:36.000Z',
      currency: 'USD',
      buyer: {
        ...zoe,
        email: 'zoe.nunez@example.com',
        dayPhone: '408-555-0147',
        eveningPhone: '',
        cellPhone: '+14085550199',
      },
      shipping: {
        ...zoe,
        method: 'USPS: Priority Mail',
        trackingNumbers: [],
        specialInstructions: 'Leave at the door — ring twice 🔔 <b>fragile</b>',
        shippedAt: null,
        hasLiftGate: false,
      },
      items: [
        {
          index: 1,
          itemId: 'TEA-GREEN-100',
          description: 'Sencha 100 g – 日本茶 & Co.',
          quantity: 2,
          unitCostCents: 1850,
          discountedUnitCostCents: 1665,
          discountedTotalCents: 3330,
          discountCents: 370,
          isKit: false,
          isKitComponent: false,
          parentIndex: null,
          isTaxFree: false,
          isFreeShipping: false,
          options: [{ label: 'Grind', value: 'Loose leaf', costChangeCents: 0 }],
          manufacturerSku: 'SEN-100',
          barcode: '0012345678905',
          accountingCode: 'TEA-GREEN-100',
          distributionCenterCode: 'DFLT',
          autoOrderSchedule: '',
          weight: '0.5 LB',
          quantityRefunded: 0,
          refundedCents: 0,
        },
        expect.objectContaining({
          index: 2,
          itemId: 'CLUB-MONTHLY',
          discountedTotalCents: 2610,
          options: [],
          autoOrderSchedule: 'Monthly',
        }),
      ],
      totals: {
        subtotalCents: 6600,
        subtotalDiscountCents: 660,
        taxCents: 490,
        shippingHandlingCents: 795,
        shippingHandlingDiscountCents: 0,
        totalCents: 7225,
        refunded: noRefund,
      },
      payment: {
        status: 'Processed',
        method: 'Credit Card',
        paidAt: '2026-05-12T18:07:39.000Z',
        isTestOrder: false,
        surchargeCents: 0,
      },
      taxes: { rate: 0.0825, county: 'Santa Clara' },
      coupons: [{ code: 'SPRING10-7F3K', baseCode: 'SPRING10', accountingCode: 'SPRING10' }],
      affiliates: [{ affiliateId: 204817, subId: 'spring-newsletter' }],
      autoOrder: {
        code: 'ZX81QLM2P4',
        originalOrderId: 'DEMO-0009200417',
        status: 'active',
        isEnabled: true,
        lastRebillAt: '2026-05-12T18:07:36.000Z',
      },
      marketing: { advertisingSource: 'Newsletter', referralCode: 'FRIEND', isOnMailingList: true },
      checkout: {
        screenBrandingThemeCode: 'DFLT',
        storefrontHost: 'shop.example.com',
        customerIpAddress: '192.0.2.44',
        upsellPathCode: 'CTRL',
        comments: 'Merci beaucoup !',
        customFields: ['podcast', '', '', '', '', '', ''],
      },
      refund: { refundedAt: null, reason: '', refundedBy: '' },
      rejection: { rejectedAt: null, reason: '' },
      internal: { salesRepCode: '', merchantNotes: '' },
    },
  ])
})

test('the partial refund of the fixture carries its running totals', () => {
  expect(snapshotsOf('ultracart-order-refund.json')[0]).toMatchObject({
    orderId: 'DEMO-0009200417',
    stage: 'Completed Order',
    payment: { status: 'Refunded' },
    totals: {
      totalCents: 7225,
      refunded: {
        totalCents: 1802,
        subtotalCents: 1850,
        subtotalDiscountCents: 185,
        taxCents: 137,
        shippingHandlingCents: 0,
        otherCents: 0,
      },
    },
    items: [
      { quantityRefunded: 1, refundedCents: 1665 },
      { quantityRefunded: 0, refundedCents: 0 },
    ],
    refund: {
      refundedAt: '2026-05-20T15:03:27.000Z',
      reason: 'DAMAGED',
      refundedBy: 'csr.amy',
    },
    autoOrder: null,
  })
})

test('the full refund of the fixture has a rejection and lacks the parts that did not arrive', () => {
  expect(snapshotsOf('ultracart-order-refund.json')[1]).toMatchObject({
    orderId: 'DEMO-0009200399',
    stage: 'Rejected',
    buyer: { firstName: '李', lastName: '小龙', countryCode: 'SG' },
    totals: { totalCents: 4900, refunded: { totalCents: 4900 } },
    rejection: { rejectedAt: '2026-05-20T15:05:03.000Z', reason: '' },
    shipping: null,
    taxes: null,
    coupons: null,
    affiliates: null,
    checkout: null,
  })
})

test('nothing of the card or of a gateway transaction comes in', () => {
  const seen = JSON.stringify(snapshotsOf('ultracart-order-create.json'))
  for (const secret of ['1111', 'VISA', '2029', '990017345', 'Example Gateway', 'Approved'])
    expect(seen).not.toContain(secret)
})

test('an order of UltraCart’s default size has every part missing', () => {
  const { kind, eventName, ...order } = readOrder({
    merchant_id: 'DEMO',
    order_id: 'DEMO-1',
    current_stage: 'Accounts Receivable',
    creation_dts: '2026-05-12T14:07:36-04:00',
    language_iso_code: 'ENG',
  })
  expect(order).toEqual({
    merchantId: 'DEMO',
    orderId: 'DEMO-1',
    stage: 'Accounts Receivable',
    createdAt: '2026-05-12T18:07:36.000Z',
    currency: 'USD',
    buyer: null,
    shipping: null,
    items: null,
    totals: null,
    payment: null,
    taxes: null,
    coupons: null,
    affiliates: null,
    autoOrder: null,
    marketing: null,
    checkout: null,
    refund: { refundedAt: null, reason: '', refundedBy: '' },
    rejection: { rejectedAt: null, reason: '' },
    internal: null,
  })
})

test('a list that arrived empty is not a list that is missing', () => {
  const order = readOrder(anOrder({ items: [], coupons: [], affiliates: [] }))
  expect([order.items, order.coupons, order.affiliates]).toEqual([[], [], []])
})

test('totals are missing when the summary has no total', () => {
  expect(readOrder({ order_id: 'D-1', summary: { tax: money(1) } }).totals).toBeNull()
  expect(readOrder({ order_id: 'D-1', summary: { total: {} } }).totals).toBeNull()
})

test('an order of 0.00 has totals', () => {
  expect(readOrder({ order_id: 'D-1', summary: { total: money(0) } }).totals?.totalCents).toBe(0)
})

test('a builder’s refund is read as refunded', () => {
  expect(readOrder(refundedOrder(anOrder(), 10.5), 'order_refund')).toMatchObject({
    payment: { status: 'Refunded' },
    totals: { totalCents: 3934, refunded: { totalCents: 1050 } },
  })
})

test('a kit and its component keep their relation and their fractions', () => {
  const items = [
    anOrderItem({ item_index: 1, kit: true, quantity: 1.5 }),
    anOrderItem({ item_index: 2, kit_component: true, parent_item_index: 1, quantity: 0.25 }),
  ]
  expect(readOrder(anOrder({ items })).items).toMatchObject([
    { index: 1, isKit: true, isKitComponent: false, parentIndex: null, quantity: 1.5 },
    { index: 2, isKit: false, isKitComponent: true, parentIndex: 1, quantity: 0.25 },
  ])
})

test('an item without its index has its place as index', () => {
  const items = [{ merchant_item_id: 'A' }, { merchant_item_id: 'B' }]
  expect(readOrder(anOrder({ items })).items).toMatchObject([
    { index: 1, itemId: 'A', quantity: 1, unitCostCents: null, refundedCents: 0 },
    { index: 2, itemId: 'B' },
  ])
})

test('the latest rebill of the items is the auto order’s', () => {
  const auto_order = {
    auto_order_code: 'AO-1',
    original_order_id: 'DEMO-0',
    enabled: 'N',
    items: [
      { last_order_dts: '2026-06-01T00:00:00-04:00' },
      { last_order_dts: '2026-07-01T00:00:00-04:00' },
      { last_order_dts: null },
    ],
  }
  expect(readOrder(anOrder({ auto_order })).autoOrder).toEqual({
    code: 'AO-1',
    originalOrderId: 'DEMO-0',
    status: '',
    isEnabled: false,
    lastRebillAt: '2026-07-01T04:00:00.000Z',
  })
})

test('an affiliate without a number is left out', () => {
  const affiliates = [{ affiliate_oid: 'x' }, { affiliate_oid: '7', sub_id: 9 }, 'y']
  expect(readOrder(anOrder({ affiliates })).affiliates).toEqual([{ affiliateId: 7, subId: '9' }])
})

test('tracking numbers, ship date and sales notes are read', () => {
  const order = readOrder(
    anOrder({
      shipping: { tracking_numbers: ['1Z 1', '', null, 42], shipping_date: '2026-05-13T00:00:00Z' },
      internal: { sales_rep_code: 'AMY', merchant_notes: 'call first' },
      reject_reason: 'fraud',
    }),
  )
  expect(order.shipping).toMatchObject({
    trackingNumbers: ['1Z 1', '42'],
    shippedAt: '2026-05-13T00:00:00.000Z',
  })
  expect(order.internal).toEqual({ salesRepCode: 'AMY', merchantNotes: 'call first' })
  expect(order.rejection.reason).toBe('fraud')
})

test('custom fields one to seven keep their places', () => {
  const checkout = { custom_field1: 'a', custom_field4: 4, custom_field7: 'g', custom_field8: 'h' }
  expect(readOrder({ order_id: 'D-1', checkout }).checkout?.customFields).toEqual([
    'a',
    '',
    '',
    '4',
    '',
    '',
    'g',
  ])
})
