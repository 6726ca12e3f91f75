import type { LineView, ReasonCode, StreamKind } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'

/** A receipt of one order under one theme. */
export type ReceiptKey = { merchantId: string; orderId: string; theme: string }

/** A call for a receipt: the email it brought, whether that is the buyer's, and its row in the log. */
export type PixelCallRow = ReceiptKey & {
  email: string | null
  isProven: boolean
  transmissionId: string
  at: Date
}

/**
 * Takes the one redirect of a receipt; of several callers at once one gets it.
 * False when it is gone. A caller with the buyer's email also gets it when it
 * went to one without, so that nobody can use it up by guessing an order id;
 * whoever has had it with this very email does not get it twice.
 */
export async function claimRedirect(db: Db, call: PixelCallRow): Promise<boolean> {
  const count = await db.$executeRaw`
    INSERT INTO pixel_call AS known
      (merchant_id, order_id, theme, email, is_proven, redirected_at, transmission_id, created_at)
    VALUES (${call.merchantId}, ${call.orderId}, ${call.theme}, ${call.email}, ${call.isProven},
            ${call.at}, ${call.transmissionId}::uuid, ${call.at})
    ON CONFLICT (merchant_id, order_id, theme) DO UPDATE SET
      email = excluded.email, is_proven = excluded.is_proven,
      redirected_at = excluded.redirected_at, transmission_id = excluded.transmission_id
    WHERE known.redirected_at IS NULL
      OR (excluded.is_proven AND NOT known.is_proven
        AND lower(known.email) IS DISTINCT FROM lower(excluded.email))`
  return count === 1
}

/** Notes a receipt that gets no redirect; false when it was called for before, and stands in the log already. */
export async function noteReceipt(db: Db, call: PixelCallRow): Promise<boolean> {
  const count = await db.$executeRaw`
    INSERT INTO pixel_call (merchant_id, order_id, theme, email, is_proven, transmission_id, created_at)
    VALUES (${call.merchantId}, ${call.orderId}, ${call.theme}, ${call.email}, ${call.isProven},
            ${call.transmissionId}::uuid, ${call.at})
    ON CONFLICT DO NOTHING`
  return count === 1
}

/** True when this caller had the receipt's redirect, or whoever brought the buyer's email had it. */
export async function isRedirectSpent(
  db: Db,
  { merchantId, orderId, theme }: ReceiptKey,
  email: string | null,
): Promise<boolean> {
  const known = await db.pixelCall.findUnique({
    where: { merchantId_orderId_theme: { merchantId, orderId, theme } },
    select: { redirectedAt: true, isProven: true, email: true },
  })
  if (known === null || known.redirectedAt === null) return false
  return known.isProven || known.email?.toLowerCase() === email?.toLowerCase()
}

/** The row of a pixel in the log; it stands before the messages of its order. */
export type PixelTransmission = {
  id: string
  merchantId: string
  status: 'sent' | 'skipped'
  reasonCode: ReasonCode | null
  reason: string | null
  description: string
  streamKind: StreamKind
  orderId: string
  /** Only an email that is the buyer's; what a stranger brought is no fact. */
  email: string | null
  amountMinor: number | null
  currency: string | null
  at: Date
  /** The address of the redirect; `null` when there was none. */
  url: string | null
  lines: LineView[] | null
}

export async function insertPixelTransmission(db: Db, row: PixelTransmission): Promise<void> {
  await db.$executeRaw`
    INSERT INTO transmission (id, merchant_id, type, status, reason_code, reason, description,
      stream_kind, reference, position, email, amount_minor, currency, created_at, finished_at, is_sandbox)
    VALUES (${row.id}::uuid, ${row.merchantId}, 'pixel', ${row.status}, ${row.reasonCode}, ${row.reason},
      ${row.description}, ${row.streamKind}, ${row.orderId}, 0, ${row.email}, ${row.amountMinor},
      ${row.currency}, ${row.at}, ${row.at}, ${row.streamKind.startsWith('sandbox-')})`
  if (row.url === null) return
  const lines = row.lines === null ? null : JSON.stringify(row.lines)
  await db.$executeRaw`
    INSERT INTO transmission_body (transmission_id, request, dialect, lines)
    VALUES (${row.id}::uuid, ${row.url}, 'pixel-1', ${lines}::jsonb)`
}
