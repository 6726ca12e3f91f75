import type { OrderAccount } from '#lib/domain/reconcile.ts'
import { type OrderState, STATE_OF_REASON } from '#lib/domain/reconcile-causes.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'

/** Orders placed from `from` on and before `to`. */
export type OrderPeriod = { merchantId: string; from: Date; to: Date }

/** The accounts of a period's live orders, those of one currency and standing added up. */
export async function loadOrderAccounts(db: Db, period: OrderPeriod): Promise<OrderAccount[]> {
  const sums = SUMMED.map((name) => Prisma.raw(`sum("${name}")::double precision AS "${name}"`))
  const rows = await db.$queryRaw<AccountRow[]>`
    ${withAccounts(period)}
    SELECT currency, state, "isDeleted", "isTest", "isRejected", ${Prisma.join(sums)}
    FROM accounts GROUP BY currency, state, "isDeleted", "isTest", "isRejected"`
  return rows.map(toAccount)
}

/** `WITH open …, accounts …`: a row an order, its columns named as in `AccountRow`. */
export function withAccounts(period: OrderPeriod): Prisma.Sql {
  const { merchantId, from, to } = period
  const reasons = Object.entries(STATE_OF_REASON)
  return Prisma.sql`
    WITH ${openTransmissions(merchantId)},
    reasons AS (
      SELECT * FROM unnest(${reasons.map(([code]) => code)}::text[],
                           ${reasons.map(([, state]) => state)}::text[]) AS known (code, state)
    ), refunds AS (
      SELECT r.order_id,
        bool_or(open.state IS NULL AND r.running_total_minor >= f.total_minor) AS is_whole,
        sum(r.total_minor) FILTER (WHERE open.state IS NULL) AS accepted,
        sum(r.shipping_minor) FILTER (WHERE open.state IS NULL) AS accepted_shipping,
        sum(r.total_minor - r.shipping_minor)
          FILTER (WHERE open.state IS NULL AND r.running_total_minor < f.total_minor) AS accepted_partial,
        sum(r.total_minor) FILTER (WHERE open.state = 'waiting') AS waiting,
        sum(r.total_minor) FILTER (WHERE open.state = 'failed') AS failed,
        sum(r.total_minor) FILTER (WHERE open.state = 'unconfirmed') AS unconfirmed
      FROM order_figures f
      JOIN refund_figures r ON r.merchant_id = f.merchant_id AND r.order_id = f.order_id
      LEFT JOIN open ON open.reference = r.order_id AND open.position = r.position
      WHERE f.merchant_id = ${merchantId} AND f.placed_at >= ${from} AND f.placed_at < ${to}
        AND r.standing = 'told'
      GROUP BY r.order_id
    ), accounts AS (
      SELECT f.order_id AS "orderId", f.placed_at AS "placedAt", f.sale_reason AS reason, f.currency,
        CASE WHEN f.sale_standing IS NULL THEN 'unseen'
             WHEN f.sale_standing = 'told' THEN coalesce(open.state, 'relayed')
             ELSE coalesce(reasons.state, 'other-reason') END AS state,
        f.is_deleted AS "isDeleted", f.is_test AS "isTest", f.is_rejected AS "isRejected",
        1 AS "orderCount", CASE WHEN f.has_totals THEN 0 ELSE 1 END AS "noAmountCount",
        f.goods_minor AS "goodsCents", f.discount_minor AS "discountCents", f.tax_minor AS "taxCents",
        f.shipping_minor AS "shippingCents", f.surcharge_minor AS "surchargeCents",
        CASE WHEN f.booked_as IN ('own-line', 'in-price') THEN f.shipping_minor ELSE 0 END AS "storedShippingCents",
        ${Prisma.raw(UNSTORED_TAX)} AS "unstoredTaxCents",
        f.total_minor AS "totalCents", f.refunded_minor AS "refundedCents",
        ${acceptedOf('refunds.accepted', 'f.total_minor')} AS "acceptedCents",
        ${acceptedOf('refunds.accepted_shipping', UNSTORED_SHIPPING)} AS "acceptedShippingCents",
        ${acceptedOf('0', UNSTORED_TAX)} AS "acceptedTaxCents",
        ${acceptedOf('refunds.accepted_partial', '0')} AS "acceptedPartialCents",
        coalesce(refunds.waiting, 0) AS "waitingCents", coalesce(refunds.failed, 0) AS "failedCents",
        coalesce(refunds.unconfirmed, 0) AS "unconfirmedCents"
      FROM order_figures f
      LEFT JOIN open ON open.reference = f.order_id AND open.position = f.sale_position
      LEFT JOIN reasons ON reasons.code = f.sale_reason_code
      LEFT JOIN refunds ON refunds.order_id = f.order_id
      WHERE f.merchant_id = ${merchantId} AND f.placed_at >= ${from} AND f.placed_at < ${to}
    )`
}

const UNSTORED_SHIPPING = "CASE WHEN f.booked_as = 'leave-out' THEN f.shipping_minor ELSE 0 END"
const UNSTORED_TAX = "CASE WHEN f.booked_as = 'leave-out' THEN f.tax_minor ELSE 0 END"

/** By ONTRAPORT's API a part of an order books nothing, and the whole of it takes the sale back as it was booked. */
function acceptedOf(byReceiver: string, byApi: string): Prisma.Sql {
  return Prisma.raw(`CASE WHEN f.booked_as IS NULL THEN coalesce(${byReceiver}, 0)
    WHEN refunds.is_whole THEN ${byApi} ELSE 0 END`)
}

/**
 * What was to be told and is not accepted, which is little: what is not in
 * here has been accepted. A resend that fails takes nothing back of an earlier
 * acceptance. Each part is an index of its own.
 */
export function openTransmissions(merchantId: string): Prisma.Sql {
  return Prisma.sql`open AS MATERIALIZED (
    SELECT t.reference, t.position, t.state FROM (
      SELECT *, CASE WHEN status IN ('failed', 'unconfirmed') THEN status ELSE 'waiting' END AS state
      FROM transmission
      WHERE merchant_id = ${merchantId}
        AND (status IN ('queued', 'sending', 'retrying', 'unconfirmed', 'failed')
          OR (status = 'held' AND reason_code = 'sale-failed'))
      UNION ALL
      SELECT *, 'other-reason' FROM transmission
      WHERE merchant_id = ${merchantId} AND reason_code = 'erased' AND status = 'skipped'
    ) t
    WHERE t.stream_kind = 'order' AND t.type IN ('sale', 'refund')
      AND NOT EXISTS (SELECT FROM attempt a
                      WHERE a.transmission_id = t.id AND a.outcome = 'accepted')
  )`
}

/** The columns that are added up. */
const SUMMED = [
  'orderCount',
  'noAmountCount',
  'goodsCents',
  'discountCents',
  'taxCents',
  'shippingCents',
  'storedShippingCents',
  'unstoredTaxCents',
  'surchargeCents',
  'totalCents',
  'refundedCents',
  'acceptedCents',
  'acceptedShippingCents',
  'acceptedTaxCents',
  'acceptedPartialCents',
  'waitingCents',
  'failedCents',
  'unconfirmedCents',
] as const

export type AccountRow = Record<(typeof SUMMED)[number], number> &
  Pick<OrderAccount, 'currency' | 'isDeleted' | 'isTest' | 'isRejected'> & { state: OrderState }

/** The amounts arrive as numbers, decimals or big integers, as PostgreSQL adds them; none comes near 2^53. */
export function toAccount(row: AccountRow): OrderAccount {
  const { currency, state, isDeleted, isTest, isRejected } = row
  const amount = (name: (typeof SUMMED)[number]) => Number(row[name])
  return {
    currency,
    state,
    isDeleted,
    isTest,
    isRejected,
    orderCount: amount('orderCount'),
    noAmountCount: amount('noAmountCount'),
    goodsCents: amount('goodsCents'),
    discountCents: amount('discountCents'),
    taxCents: amount('taxCents'),
    shippingCents: amount('shippingCents'),
    storedShippingCents: amount('storedShippingCents'),
    unstoredTaxCents: amount('unstoredTaxCents'),
    surchargeCents: amount('surchargeCents'),
    totalCents: amount('totalCents'),
    refundedCents: amount('refundedCents'),
    refunds: {
      acceptedCents: amount('acceptedCents'),
      acceptedShippingCents: amount('acceptedShippingCents'),
      acceptedTaxCents: amount('acceptedTaxCents'),
      acceptedPartialCents: amount('acceptedPartialCents'),
      waitingCents: amount('waitingCents'),
      failedCents: amount('failedCents'),
      unconfirmedCents: amount('unconfirmedCents'),
    },
  }
}
