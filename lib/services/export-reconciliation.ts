import { requireDeed } from '#lib/access-check.ts'
import { BYTE_ORDER_MARK, csvLine } from '#lib/csv-writer.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import { listReconciledOrders, type OrderListQuery } from '#lib/db/reconciled-orders.ts'
import type { Access } from '#lib/domain/access.ts'
import { formatDecimal } from '#lib/domain/money.ts'
import { otherCents, type ReconciledOrder } from '#lib/domain/reconcile.ts'
import { DIFFERENCE_CAUSES } from '#lib/domain/reconcile-causes.ts'
import { streamText } from '#lib/stream-text.ts'

type ExportQuery = Omit<OrderListQuery, 'merchantId' | 'limit' | 'cursor'>

const PAGE_SIZE = 2_000

/**
 * The orders of a period as CSV in UTF-8, newest first, a column a cause: in
 * every line the causes add up to the difference. A page is read when the
 * caller takes it; who asked is in the audit trail.
 */
export async function exportReconciliation(
  access: Access,
  query: ExportQuery,
): Promise<ReadableStream<Uint8Array>> {
  requireDeed(access, 'read')
  const { merchantId, actor } = access
  const details = { from: query.from.toISOString(), to: query.to.toISOString() }
  await insertAuditEntry(prisma(), {
    merchantId,
    actor,
    action: 'reconciliation.exported',
    details: { ...details, currency: query.currency, show: query.show },
  })
  return streamText(writePieces({ ...query, merchantId }))
}

async function* writePieces(query: ExportQuery & { merchantId: string }): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(HEAD)
  let cursor: string | null = null
  do {
    const page = await listReconciledOrders(prisma(), { ...query, limit: PAGE_SIZE, cursor })
    yield page.orders.map(toLine).join('')
    cursor = page.nextCursor
  } while (cursor !== null)
}

const HEAD = [
  'order_id',
  'placed_at',
  'currency',
  'standing',
  'reason',
  'is_test',
  'is_deleted',
  'goods',
  'discount',
  'tax',
  'shipping_handling',
  'surcharge',
  'gift_and_other',
  'order_total',
  'refunded',
  'ultracart_total',
  'ontraport_should_show',
  'difference',
  ...DIFFERENCE_CAUSES.map((cause) => `because ${cause}`),
]

function toLine({ account, causes, ...order }: ReconciledOrder): string {
  const { currency } = account
  const money = (minorUnits: number) => ({ decimal: formatDecimal({ minorUnits, currency }) })
  const share = (cause: (typeof DIFFERENCE_CAUSES)[number]) =>
    causes.find((candidate) => candidate.cause === cause)?.cents ?? 0
  return csvLine([
    order.orderId,
    order.placedAt,
    currency,
    account.state,
    order.reason ?? '',
    account.isTest ? 'yes' : 'no',
    account.isDeleted ? 'yes' : 'no',
    money(account.goodsCents),
    money(-account.discountCents),
    money(account.taxCents),
    money(account.shippingCents),
    money(account.surchargeCents),
    money(otherCents(account)),
    money(account.totalCents),
    money(-account.refundedCents),
    money(order.ultracartCents),
    money(order.ontraportCents),
    money(order.differenceCents),
    ...DIFFERENCE_CAUSES.map((cause) => money(share(cause))),
  ])
}
