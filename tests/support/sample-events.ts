import type { AutoOrderSnapshot, OrderSnapshot } from '#lib/domain/snapshot.ts'
import type { AutoOrderWord, StoreEvent } from '#lib/domain/store-event.ts'
import {
  aBuyer,
  anAffiliateSnapshot,
  anAutoOrderItem,
  anAutoOrderSnapshot,
  anOrderItem,
  anOrderSnapshot,
  aShipping,
  someRefundedTotals,
} from './build-snapshot.ts'

/** An order that fills nearly every element: 66.00 − 6.60 + 4.90 + 7.95 = 72.25. */
export function aFullOrder(overrides: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return anOrderSnapshot({
    orderId: 'DEMO-0009200417',
    buyer: aFullBuyer(),
    shipping: aShipping({
      ...aFullBuyer(),
      trackingNumbers: ['9400110200881234567890', '9400110200881234567891'],
      specialInstructions: 'Leave at the door — ring twice 🔔 <b>fragile</b>',
      shippedAt: '2026-05-14T03:30:00.000Z',
    }),
    items: [teaItem(), clubItem()],
    totals: {
      subtotalCents: 6600,
      subtotalDiscountCents: 660,
      taxCents: 490,
      shippingHandlingCents: 795,
      shippingHandlingDiscountCents: 0,
      totalCents: 7225,
      refunded: someRefundedTotals(),
    },
    taxes: { rate: 0.0825, county: 'Santa Clara' },
    coupons: [{ code: 'SPRING10-7F3K', baseCode: 'SPRING10', accountingCode: 'SPRING10' }],
    affiliates: [
      { affiliateId: 204817, subId: 'spring-newsletter' },
      { affiliateId: 204818, subId: 'ignored' },
    ],
    autoOrder: {
      code: 'ZX81QLM2P4',
      originalOrderId: 'DEMO-0009200417',
      status: 'active',
      isEnabled: true,
      lastRebillAt: null,
    },
    marketing: { advertisingSource: 'Newsletter', referralCode: 'FRIEND', isOnMailingList: true },
    checkout: {
      screenBrandingThemeCode: 'DFLT',
      storefrontHost: 'shop.example.com',
      customerIpAddress: '192.0.2.44',
      upsellPathCode: 'CTRL',
      comments: 'Merci beaucoup !',
      customFields: ['podcast', '', '', '', '', '', 'seventh'],
    },
    internal: { salesRepCode: 'REP7', merchantNotes: 'VIP & friend' },
    ...overrides,
  })
}

export const SAMPLE_EVENTS = {
  sale: { kind: 'order-paid', order: aFullOrder(), isRebill: false },
  rebill: { kind: 'order-paid', order: aRebillOrder(), isRebill: true },
  refund: {
    kind: 'order-refunded',
    order: aRefundedOrder(7225, 'Rejected'),
    refunded: someRefundedTotals({
      totalCents: 7225,
      subtotalCents: 6600,
      subtotalDiscountCents: 660,
      taxCents: 490,
      shippingHandlingCents: 795,
    }),
    items: [
      { index: 1, quantity: 2, refundedCents: 3330 },
      { index: 2, quantity: 1, refundedCents: 2610 },
    ],
    isPartial: false,
  },
  'partial-refund': {
    kind: 'order-refunded',
    order: aRefundedOrder(1802, 'Completed Order'),
    refunded: someRefundedTotals({ totalCents: 1802, subtotalCents: 1665, taxCents: 137 }),
    items: [{ index: 1, quantity: 1, refundedCents: 1665 }],
    isPartial: true,
  },
  'auto-order-declined': statusChange('card declined', {
    failedAttemptCount: 1,
    nextAttemptAt: '2026-06-15T04:00:00.000Z',
    failureReason: 'Declined - insufficient funds',
  }),
  'auto-order-cancelled': statusChange('cancelled download', {
    status: 'canceled',
    isEnabled: false,
    isCancelledForDowngrade: true,
    cancelledAt: '2026-12-01T15:00:00.000Z',
    cancelledBy: 'zoe',
  }),
  affiliate: { kind: 'affiliate-joined', affiliate: anAffiliateSnapshot() },
  'affiliate-approved': {
    kind: 'affiliate-approval-changed',
    affiliate: anAffiliateSnapshot({ isApproved: true, company: '', address2: 'Bât. <B>' }),
  },
} as const satisfies Record<string, StoreEvent>

function aRebillOrder(): OrderSnapshot {
  return anOrderSnapshot({
    orderId: 'DEMO-0009300001',
    createdAt: '2026-12-12T05:10:00.000Z',
    payment: {
      status: 'Processed',
      method: 'Credit Card',
      paidAt: '2026-12-12T05:10:02.000Z',
      isTestOrder: false,
      surchargeCents: null,
    },
    items: [{ ...clubItem(), index: 1 }],
    autoOrder: {
      code: 'ZX81QLM2P4',
      originalOrderId: 'DEMO-0009200417',
      status: 'active',
      isEnabled: true,
      lastRebillAt: '2026-12-12T05:10:00.000Z',
    },
  })
}

function aRefundedOrder(refundedCents: number, stage: string): OrderSnapshot {
  const order = aFullOrder({ stage })
  const totals = order.totals === null ? null : { ...order.totals }
  return {
    ...order,
    totals:
      totals === null
        ? null
        : { ...totals, refunded: someRefundedTotals({ totalCents: refundedCents }) },
    refund: {
      refundedAt: '2026-05-20T13:15:30.000Z',
      reason: 'damaged',
      refundedBy: 'support',
    },
  }
}

function statusChange(word: AutoOrderWord, overrides: Partial<AutoOrderSnapshot>): StoreEvent {
  const autoOrder = anAutoOrderSnapshot({
    originalOrderId: 'DEMO-0009200417',
    items: [
      anAutoOrderItem({
        nextItemId: 'CLUB-YEARLY',
        arbitraryUnitCostCents: 2500,
        arbitraryDiscountPercent: 12.5,
        noOrderAfterAt: '2027-05-12T04:00:00.000Z',
      }),
    ],
    originalOrder: {
      orderId: 'DEMO-0009200417',
      createdAt: '2026-05-12T18:07:36.000Z',
      currency: 'USD',
      buyer: aFullBuyer(),
      items: [teaItem(), clubItem()],
      checkout: aFullOrder().checkout,
    },
    ...overrides,
  })
  return { kind: 'auto-order-status-changed', autoOrder, word }
}

function aFullBuyer(): ReturnType<typeof aBuyer> {
  return aBuyer({
    title: 'Dr.',
    company: 'Söhne & Töchter "Café" GmbH',
    address2: 'Apt. 4 / Ñ',
    cellPhone: '408-555-0199',
  })
}

function teaItem(): ReturnType<typeof anOrderItem> {
  return anOrderItem({
    description: 'Sencha 100 g – 日本茶 & Co.',
    quantity: 2,
    unitCostCents: 1850,
    discountedUnitCostCents: 1665,
    discountedTotalCents: 3330,
    discountCents: 370,
    options: [{ label: 'Grind', value: 'Loose leaf', costChangeCents: 0 }],
    manufacturerSku: 'SEN-100',
    barcode: '0012345678905',
    accountingCode: 'TEA-GREEN-100',
    distributionCenterCode: 'DFLT',
    weight: '0.5 LB',
  })
}

function clubItem(): ReturnType<typeof anOrderItem> {
  return anOrderItem({
    index: 2,
    itemId: 'CLUB-MONTHLY',
    description: 'Tea Club membership (monthly)',
    unitCostCents: 2900,
    discountedUnitCostCents: 2610,
    discountedTotalCents: 2610,
    discountCents: 290,
    autoOrderSchedule: 'Monthly',
  })
}
