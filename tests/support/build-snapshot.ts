import type {
  AffiliateSnapshot,
  AutoOrderItem,
  AutoOrderSnapshot,
  Buyer,
  OrderItem,
  OrderSnapshot,
  RefundedTotals,
  Shipping,
} from '#lib/domain/snapshot.ts'

/** A paid order of one item over 20.00 USD, with what UltraCart sends at least. */
export function anOrderSnapshot(overrides: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return {
    kind: 'order',
    merchantId: 'DEMO',
    orderId: 'DEMO-0001',
    eventName: 'order_create',
    stage: 'Shipping Department',
    createdAt: '2026-05-12T18:07:36.000Z',
    currency: 'USD',
    buyer: aBuyer(),
    shipping: null,
    items: [anOrderItem()],
    totals: {
      subtotalCents: 2000,
      subtotalDiscountCents: 0,
      taxCents: 0,
      shippingHandlingCents: 0,
      shippingHandlingDiscountCents: 0,
      totalCents: 2000,
      refunded: someRefundedTotals(),
    },
    payment: {
      status: 'Processed',
      method: 'Credit Card',
      paidAt: '2026-05-12T18:07:39.000Z',
      isTestOrder: false,
      surchargeCents: 0,
    },
    taxes: null,
    coupons: [],
    affiliates: [],
    autoOrder: null,
    marketing: null,
    checkout: null,
    refund: { refundedAt: null, reason: '', refundedBy: '' },
    rejection: { rejectedAt: null, reason: '' },
    internal: null,
    ...overrides,
  }
}

/** An active auto order of one monthly item, with the order that began it. */
export function anAutoOrderSnapshot(overrides: Partial<AutoOrderSnapshot> = {}): AutoOrderSnapshot {
  return {
    kind: 'auto-order',
    merchantId: 'DEMO',
    autoOrderCode: 'ZX81QLM2P4',
    autoOrderOid: 5512034,
    originalOrderId: 'DEMO-0001',
    eventName: 'auto_order_update',
    status: 'active',
    isEnabled: true,
    isCompleted: false,
    failedAttemptCount: 0,
    nextAttemptAt: null,
    failureReason: '',
    isCancelledForUpgrade: false,
    isCancelledForDowngrade: false,
    cancelledAt: null,
    cancelledBy: '',
    cancelReason: '',
    disabledAt: null,
    mergedInto: '',
    items: [anAutoOrderItem()],
    originalOrder: {
      orderId: 'DEMO-0001',
      createdAt: '2026-05-12T18:07:36.000Z',
      currency: 'USD',
      buyer: aBuyer(),
      items: [anOrderItem({ itemId: 'CLUB-MONTHLY', description: 'Tea Club' })],
      checkout: null,
    },
    ...overrides,
  }
}

/** An affiliate who has signed up and is not approved yet. */
export function anAffiliateSnapshot(overrides: Partial<AffiliateSnapshot> = {}): AffiliateSnapshot {
  return {
    kind: 'affiliate',
    merchantId: 'DEMO',
    affiliateId: 204931,
    eventName: 'affiliate-post',
    isApproved: false,
    email: 'anais@example.com',
    firstName: 'Anaïs',
    lastName: 'D’Almeida',
    company: 'Thé & Compagnie',
    phone: '+33 4 55 50 01 00',
    address1: '8 rue de l’Église',
    address2: '',
    city: 'Lyon',
    stateRegion: 'Auvergne-Rhône-Alpes',
    postalCode: '69001',
    countryCode: 'FR',
    ...overrides,
  }
}

export function anOrderItem(overrides: Partial<OrderItem> = {}): OrderItem {
  return {
    index: 1,
    itemId: 'TEA-GREEN-100',
    description: 'Sencha 100 g',
    quantity: 1,
    unitCostCents: 2000,
    discountedUnitCostCents: 2000,
    discountedTotalCents: 2000,
    discountCents: 0,
    isKit: false,
    isKitComponent: false,
    parentIndex: null,
    isTaxFree: false,
    isFreeShipping: false,
    options: [],
    manufacturerSku: '',
    barcode: '',
    accountingCode: '',
    distributionCenterCode: '',
    autoOrderSchedule: '',
    weight: '',
    quantityRefunded: 0,
    refundedCents: 0,
    ...overrides,
  }
}

export function anAutoOrderItem(overrides: Partial<AutoOrderItem> = {}): AutoOrderItem {
  return {
    originalItemId: 'CLUB-MONTHLY',
    originalQuantity: 1,
    nextItemId: 'CLUB-MONTHLY',
    frequency: 'Monthly',
    nextShipmentAt: '2026-06-12T04:00:00.000Z',
    noOrderAfterAt: null,
    arbitraryUnitCostCents: null,
    arbitraryDiscountPercent: null,
    ...overrides,
  }
}

export function aBuyer(overrides: Partial<Buyer> = {}): Buyer {
  return {
    title: '',
    firstName: 'Zoë',
    lastName: 'Núñez-Łukasiewicz',
    company: '',
    address1: '12 O’Connell Straße',
    address2: '',
    city: 'San José',
    stateRegion: 'CA',
    postalCode: '95113',
    countryCode: 'US',
    email: 'zoe.nunez@example.com',
    dayPhone: '408-555-0147',
    eveningPhone: '',
    cellPhone: '',
    ...overrides,
  }
}

export function aShipping(overrides: Partial<Shipping> = {}): Shipping {
  const { email, dayPhone, eveningPhone, cellPhone, ...address } = aBuyer()
  return {
    ...address,
    method: 'USPS: Priority Mail',
    trackingNumbers: [],
    specialInstructions: '',
    shippedAt: null,
    hasLiftGate: false,
    ...overrides,
  }
}

export function someRefundedTotals(overrides: Partial<RefundedTotals> = {}): RefundedTotals {
  return {
    totalCents: 0,
    subtotalCents: 0,
    subtotalDiscountCents: 0,
    taxCents: 0,
    shippingHandlingCents: 0,
    otherCents: 0,
    ...overrides,
  }
}
