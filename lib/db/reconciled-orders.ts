import { explainAccount, type ReconciledOrder } from '#lib/domain/reconcile.ts'
import type { OrderSelection } from '#lib/domain/reconcile-causes.ts'
import type { CrossingRefunds } from '#lib/domain/reconcile-period.ts'
import type { Db } from './client.ts'
import { makeCursor, readCursor } from './cursors.ts'
import { Prisma } from './generated/client.ts'
import {
  type AccountRow,
  type OrderPeriod,
  openTransmissions,
  toAccount,
  withAccounts,
} from './order-accounts.ts'

export type OrderListQuery = OrderPeriod & {
  currency: string | null
  show: OrderSelection | null
  limit: number
  cursor: string | null
}

export type ReconciledOrderPage = { orders: ReconciledOrder[]; nextCursor: string | null }

/** One page of a period's orders, newest first, each explained by itself. */
export async function listReconciledOrders(
  db: Db,
  { currency, show, limit, cursor, ...period }: OrderListQuery,
): Promise<ReconciledOrderPage> {
  const after = cursor === null ? null : readPlace(cursor)
  const rows = await db.$queryRaw<OrderRow[]>`
    ${withAccounts(after === null ? period : { ...period, to: justAfter(after.placedAt) })}
    SELECT * FROM accounts
    WHERE (${currency}::text IS NULL OR currency = ${currency})
      AND ${show === null ? Prisma.sql`true` : CONDITIONS[show]}
      AND (${after?.orderId ?? null}::text IS NULL
        OR ("placedAt", "orderId") < (${after?.placedAt ?? null}::timestamptz, ${after?.orderId ?? null}))
    ORDER BY "placedAt" DESC, "orderId" DESC LIMIT ${limit + 1}`
  const orders = rows.slice(0, limit).map(toOrder)
  const last = orders.at(-1)
  const hasMore = rows.length > limit && last !== undefined
  return { orders, nextCursor: hasMore ? makeCursor(`${last.placedAt} ${last.orderId}`) : null }
}

type OrderRow = AccountRow & { orderId: string; placedAt: Date; reason: string | null }

function toOrder(row: OrderRow): ReconciledOrder {
  const account = toAccount(row)
  return {
    orderId: row.orderId,
    placedAt: row.placedAt.toISOString(),
    reason: row.reason,
    account,
    ...explainAccount(account),
  }
}

function readPlace(cursor: string): { placedAt: Date; orderId: string } {
  const key = readCursor(cursor, (text) => /^\d{4}-\d\d-\d\dT[\d:.]+Z [^\0]+$/.test(text))
  const [placedAt = ''] = key.split(' ', 1)
  return { placedAt: new Date(placedAt), orderId: key.slice(placedAt.length + 1) }
}

function justAfter(moment: Date): Date {
  return new Date(moment.getTime() + 1)
}

const whole = (state: string) => Prisma.sql`state = ${state}`
const part = (amount: string) =>
  Prisma.sql`state = 'relayed' AND NOT "isDeleted" AND ${Prisma.raw(amount)} <> 0`
const UNSTORED_SHIPPING = '("shippingCents" - "storedShippingCents")'
const BOOKED_REFUNDS = '("acceptedCents" - "acceptedShippingCents" - "acceptedTaxCents")'
const BOOKED = `(CASE WHEN state = 'relayed'
    THEN "totalCents" - ${UNSTORED_SHIPPING} - "unstoredTaxCents" ELSE 0 END - ${BOOKED_REFUNDS})`

/** The orders in which a cause has its share; the same as `explainAccount` says of each. */
const CONDITIONS: Record<OrderSelection, Prisma.Sql> = {
  relayed: whole('relayed'),
  waiting: whole('waiting'),
  failed: whole('failed'),
  unconfirmed: whole('unconfirmed'),
  unseen: whole('unseen'),
  unpaid: whole('unpaid'),
  incomplete: whole('incomplete'),
  'test-order': whole('test-order'),
  rejected: whole('rejected'),
  deleted: whole('deleted'),
  'before-start-date': whole('before-start-date'),
  'free-order': whole('free-order'),
  'pixel-method': whole('pixel-method'),
  'other-reason': whole('other-reason'),
  'shipping-handling': part(`${UNSTORED_SHIPPING} - "acceptedShippingCents"`),
  'tax-left-out': part('"unstoredTaxCents" - "acceptedTaxCents"'),
  'refund-waiting': part('"waitingCents"'),
  'refund-failed': part('"failedCents"'),
  'refund-unconfirmed': part('"unconfirmedCents"'),
  'refund-left-out': part(
    '"acceptedCents" + "waitingCents" + "failedCents" + "unconfirmedCents" - "refundedCents"',
  ),
  'refund-without-sale': Prisma.sql`state <> 'relayed' AND NOT "isDeleted"
    AND ${Prisma.raw(BOOKED_REFUNDS)} <> 0`,
  'deleted-after-relay': Prisma.sql`"isDeleted" AND ${Prisma.raw(BOOKED)} <> 0`,
}

/** Accepted refunds, without shipping and handling, that the period's edge parts from their orders. */
export async function loadCrossingRefunds(
  db: Db,
  { merchantId, from, to }: OrderPeriod,
): Promise<CrossingRefunds[]> {
  return db.$queryRaw`
    WITH ${openTransmissions(merchantId)}, crossing AS (
      SELECT f.currency, r.total_minor - r.shipping_minor AS amount, true AS is_made_inside,
        r.order_id, r.position
      FROM refund_figures r
      JOIN order_figures f ON f.merchant_id = r.merchant_id AND f.order_id = r.order_id
      WHERE r.merchant_id = ${merchantId} AND r.standing = 'told'
        AND r.refunded_at >= ${from} AND r.refunded_at < ${to}
        AND (f.placed_at < ${from} OR f.placed_at >= ${to})
      UNION ALL
      SELECT f.currency, r.total_minor - r.shipping_minor, false, r.order_id, r.position
      FROM order_figures f
      JOIN refund_figures r ON r.merchant_id = f.merchant_id AND r.order_id = f.order_id
      WHERE f.merchant_id = ${merchantId} AND r.standing = 'told'
        AND f.placed_at >= ${from} AND f.placed_at < ${to}
        AND (r.refunded_at < ${from} OR r.refunded_at >= ${to})
    )
    SELECT currency,
      coalesce(sum(amount) FILTER (WHERE is_made_inside), 0)::double precision AS "ofOtherPeriodsCents",
      coalesce(sum(amount) FILTER (WHERE NOT is_made_inside), 0)::double precision AS "afterPeriodCents"
    FROM crossing
    LEFT JOIN open ON open.reference = crossing.order_id AND open.position = crossing.position
    WHERE open.state IS NULL GROUP BY currency`
}

/**
 * Since when a merchant's log goes back, if the oldest order of the period that
 * was told has gone from it; `null` while all is there.
 */
export async function findLogGap(
  db: Db,
  { merchantId, from, to }: OrderPeriod,
): Promise<Date | null> {
  const [gap] = await db.$queryRaw<{ logBeginsAt: Date | null }[]>`
    SELECT (SELECT created_at FROM transmission WHERE merchant_id = ${merchantId}
            ORDER BY id LIMIT 1) AS "logBeginsAt"
    FROM (SELECT order_id, sale_position FROM order_figures
          WHERE merchant_id = ${merchantId} AND placed_at >= ${from} AND placed_at < ${to}
            AND sale_standing = 'told'
          ORDER BY placed_at, order_id LIMIT 1) oldest
    WHERE NOT EXISTS (SELECT FROM transmission t
                      WHERE t.merchant_id = ${merchantId} AND t.reference = oldest.order_id
                        AND t.stream_kind = 'order' AND t.position = oldest.sale_position)`
  return gap?.logBeginsAt ?? null
}
