import type { OrderAutoOrder, OrderSnapshot, OrderTotals, Payment } from '#lib/domain/snapshot.ts'
import { toCents } from './amount.ts'
import { orderCurrency } from './order-currency.ts'
import type { UltraCartOrder } from './order-schema.ts'
import type { Origin } from './origin.ts'
import { toBuyer, toCheckout, toShipping } from './to-buyer.ts'
import { toOrderItem } from './to-order-item.ts'

/** An order in our words; a part that did not arrive is `null`. */
export function toOrderSnapshot(order: UltraCartOrder, origin: Origin): OrderSnapshot {
  const currency = orderCurrency(order)
  return {
    kind: 'order',
    ...origin,
    orderId: order.order_id,
    stage: order.current_stage,
    createdAt: order.creation_dts,
    currency,
    buyer: toBuyer(order.billing),
    shipping: toShipping(order.shipping),
    items: order.items?.map((item, at) => toOrderItem(item, at + 1, currency)) ?? null,
    totals: toTotals(order.summary, currency),
    payment: toPayment(order.payment, currency),
    autoOrder: toOrderAutoOrder(order.auto_order),
    checkout: toCheckout(order.checkout),
    ...toSurroundings(order),
    ...toAftermath(order),
  }
}

function toTotals(summary: UltraCartOrder['summary'], currency: string): OrderTotals | null {
  const totalCents = toCents(summary?.total ?? null, currency)
  if (summary === null || totalCents === null) return null
  return {
    subtotalCents: toCents(summary.subtotal, currency),
    subtotalDiscountCents: toCents(summary.subtotal_discount, currency),
    taxCents: toCents(summary.tax, currency),
    shippingHandlingCents: toCents(summary.shipping_handling_total, currency),
    shippingHandlingDiscountCents: toCents(summary.shipping_handling_total_discount, currency),
    totalCents,
    refunded: {
      totalCents: toCents(summary.total_refunded, currency) ?? 0,
      subtotalCents: toCents(summary.subtotal_refunded, currency) ?? 0,
      subtotalDiscountCents: toCents(summary.subtotal_discount_refunded, currency) ?? 0,
      taxCents: toCents(summary.tax_refunded, currency) ?? 0,
      shippingHandlingCents: toCents(summary.shipping_handling_refunded, currency) ?? 0,
      otherCents: toCents(summary.other_refunded, currency) ?? 0,
    },
  }
}

function toPayment(payment: UltraCartOrder['payment'], currency: string): Payment | null {
  if (payment === null) return null
  return {
    status: payment.payment_status,
    method: payment.payment_method,
    paidAt: payment.payment_dts,
    isTestOrder: payment.test_order ?? false,
    surchargeCents: toCents(payment.surcharge, currency),
  }
}

function toOrderAutoOrder(autoOrder: UltraCartOrder['auto_order']): OrderAutoOrder | null {
  if (autoOrder === null) return null
  const rebills = autoOrder.items?.flatMap((item) => item.last_order_dts ?? []) ?? []
  return {
    code: autoOrder.auto_order_code,
    originalOrderId: autoOrder.original_order_id,
    status: autoOrder.status,
    isEnabled: autoOrder.enabled,
    lastRebillAt: rebills.toSorted().at(-1) ?? null,
  }
}

type Surroundings = Pick<
  OrderSnapshot,
  'taxes' | 'coupons' | 'affiliates' | 'marketing' | 'internal'
>

function toSurroundings(order: UltraCartOrder): Surroundings {
  const { taxes, marketing, internal } = order
  return {
    taxes: taxes && { rate: taxes.tax_rate, county: taxes.tax_county },
    coupons: order.coupons?.map(toCoupon) ?? null,
    affiliates: order.affiliates?.flatMap(toAffiliate) ?? null,
    marketing: marketing && {
      advertisingSource: marketing.advertising_source,
      referralCode: marketing.referral_code,
      isOnMailingList: marketing.mailing_list,
    },
    internal: internal && {
      salesRepCode: internal.sales_rep_code,
      merchantNotes: internal.merchant_notes,
    },
  }
}

type Coupons = NonNullable<OrderSnapshot['coupons']>

function toCoupon(coupon: NonNullable<UltraCartOrder['coupons']>[number]): Coupons[number] {
  return {
    code: coupon.coupon_code,
    baseCode: coupon.base_coupon_code,
    accountingCode: coupon.accounting_code,
  }
}

type Affiliates = NonNullable<OrderSnapshot['affiliates']>

function toAffiliate(affiliate: NonNullable<UltraCartOrder['affiliates']>[number]): Affiliates {
  const { affiliate_oid: affiliateId, sub_id: subId } = affiliate
  return affiliateId === null ? [] : [{ affiliateId, subId }]
}

function toAftermath(order: UltraCartOrder): Pick<OrderSnapshot, 'refund' | 'rejection'> {
  return {
    refund: {
      refundedAt: order.refund_dts,
      reason: order.refund_reason,
      refundedBy: order.internal?.refund_by_user ?? '',
    },
    rejection: { rejectedAt: order.reject_dts, reason: order.reject_reason },
  }
}
