import type { KnownOrder, KnownState } from '#lib/domain/known-state.ts'
import { type OrderFigures, toOrderFigures } from '#lib/domain/order-figures.ts'
import type { StreamKey } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'
import type { Sql } from './pipeline.ts'

type OrderRow = { key: StreamKey; figures: OrderFigures }

/** Keeps the figures of the live orders among these streams. A deleted order stays deleted, and a refund keeps the date that it was first seen with. */
export async function saveOrderFigures(
  db: Sql,
  streams: readonly { key: StreamKey; known: KnownState | null }[],
): Promise<void> {
  const rows = streams.flatMap(({ key, known }) => toRows(key, known))
  if (rows.length === 0) return
  await db.$executeRaw`
    INSERT INTO order_figures (merchant_id, order_id, placed_at, currency, has_totals, goods_minor,
      discount_minor, tax_minor, shipping_minor, surcharge_minor, total_minor, refunded_minor,
      is_test, is_deleted, is_rejected, sale_position, sale_standing, sale_reason_code, sale_reason)
    SELECT "merchantId", "orderId", coalesce("placedAt", known.placed_at, now()), given.currency, "hasTotals", "goodsCents",
      "discountCents", "taxCents", "shippingCents", "surchargeCents", "totalCents", "refundedCents",
      "isTest", "isDeleted", "isRejected", "position", "standing", "reasonCode", "reason"
    FROM jsonb_to_recordset(${JSON.stringify(rows.map(toOrderColumns))}::jsonb) AS given (
      "merchantId" text, "orderId" text, "placedAt" timestamptz, currency text, "hasTotals" boolean,
      "goodsCents" bigint, "discountCents" bigint, "taxCents" bigint, "shippingCents" bigint,
      "surchargeCents" bigint, "totalCents" bigint, "refundedCents" bigint, "isTest" boolean,
      "isDeleted" boolean, "isRejected" boolean, "position" integer, "standing" text,
      "reasonCode" text, "reason" text)
    LEFT JOIN order_figures known ON known.merchant_id = "merchantId" AND known.order_id = "orderId"
    ON CONFLICT (merchant_id, order_id) DO UPDATE SET
      placed_at = excluded.placed_at, currency = excluded.currency, has_totals = excluded.has_totals,
      goods_minor = excluded.goods_minor, discount_minor = excluded.discount_minor,
      tax_minor = excluded.tax_minor, shipping_minor = excluded.shipping_minor,
      surcharge_minor = excluded.surcharge_minor, total_minor = excluded.total_minor,
      refunded_minor = excluded.refunded_minor, is_test = excluded.is_test,
      is_deleted = order_figures.is_deleted OR excluded.is_deleted,
      is_rejected = excluded.is_rejected, sale_position = excluded.sale_position,
      sale_standing = excluded.sale_standing, sale_reason_code = excluded.sale_reason_code,
      sale_reason = excluded.sale_reason`
  await saveRefundFigures(db, rows)
}

/** Keeps how a live order's sale was booked by ONTRAPORT's API. */
export async function noteBooking(
  db: Db,
  merchantId: string,
  { orderId, shippingAndTax }: { orderId: string; shippingAndTax: string },
): Promise<void> {
  await db.$executeRaw`
    UPDATE order_figures SET booked_as = ${shippingAndTax}
    WHERE merchant_id = ${merchantId} AND order_id = ${orderId}`
}

async function saveRefundFigures(db: Sql, rows: readonly OrderRow[]): Promise<void> {
  const refunds = rows.flatMap(({ key, figures }) =>
    figures.refunds.map((refund) => ({ ...ownerOf(key), ...refund })),
  )
  if (refunds.length === 0) return
  await db.$executeRaw`
    INSERT INTO refund_figures (merchant_id, order_id, running_total_minor, refunded_at, total_minor,
      shipping_minor, position, standing)
    SELECT "merchantId", "orderId", "runningTotalCents", coalesce("refundedAt", now()), "totalCents",
      "shippingCents", "position", standing
    FROM jsonb_to_recordset(${JSON.stringify(refunds)}::jsonb) AS given (
      "merchantId" text, "orderId" text, "runningTotalCents" bigint, "refundedAt" timestamptz,
      "totalCents" bigint, "shippingCents" bigint, "position" integer, standing text)
    ON CONFLICT (merchant_id, order_id, running_total_minor) DO UPDATE SET
      total_minor = excluded.total_minor, shipping_minor = excluded.shipping_minor,
      position = excluded.position, standing = excluded.standing`
}

function toRows(key: StreamKey, known: KnownState | null): OrderRow[] {
  const figures = isLiveOrder(key, known) ? toOrderFigures(known) : null
  return figures === null ? [] : [{ key, figures }]
}

function isLiveOrder(key: StreamKey, known: KnownState | null): known is KnownOrder {
  return key.kind === 'order' && known?.kind === 'order'
}

function toOrderColumns({ key, figures: { sale, refunds: _, ...amounts } }: OrderRow) {
  return {
    ...ownerOf(key),
    ...amounts,
    position: sale?.position ?? null,
    standing: sale?.standing ?? null,
    reasonCode: sale?.reason?.code ?? null,
    reason: sale?.reason?.text ?? null,
  }
}

function ownerOf({ merchantId, reference }: StreamKey) {
  return { merchantId, orderId: reference }
}
