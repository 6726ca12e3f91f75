import { inTransaction } from '#lib/db/client.ts'
import { claimRedirect, insertPixelTransmission, noteReceipt } from '#lib/db/pixel-calls.ts'
import { newId } from '#lib/ids.ts'
import type { Proof } from './await-proof.ts'
import type { Rendering } from './compose-rendering.ts'
import { orderKeyOf, type Receipt } from './receipt.ts'

/**
 * Writes the call into the log, once a receipt, and says whether its redirect
 * is this caller's. Nobody can fill the log by calling again.
 */
export async function recordRendering(
  receipt: Receipt,
  proof: Proof,
  rendering: Rendering,
  now: Date,
): Promise<boolean> {
  const transmissionId = newId()
  const isProven = proof.kind === 'proven'
  const call = { ...receipt.key, email: receipt.call.email, isProven, transmissionId, at: now }
  const isSent = rendering.status === 'sent'
  return inTransaction(async (db) => {
    const isFirst = await (isSent ? claimRedirect(db, call) : noteReceipt(db, call))
    if (isFirst)
      await insertPixelTransmission(db, {
        id: transmissionId,
        merchantId: receipt.key.merchantId,
        orderId: receipt.key.orderId,
        streamKind: orderKeyOf(receipt).kind,
        at: now,
        description: describe(receipt),
        ...factsOf(proof),
        status: rendering.status,
        reasonCode: rendering.reason?.code ?? null,
        reason: rendering.reason?.text ?? null,
        url: rendering.url,
        lines: rendering.lines,
      })
    return isFirst && isSent
  })
}

function factsOf(proof: Proof) {
  if (proof.kind === 'unproven') return { email: null, amountMinor: null, currency: null }
  const { buyer, totals, currency } = proof.order
  return {
    email: buyer?.email || null,
    amountMinor: totals?.totalCents ?? null,
    currency: totals === null ? null : currency,
  }
}

function describe({ form, key, themeKey, theme }: Receipt): string {
  const name = form === 'attribution' ? 'Partner pixel' : 'Pixel'
  const host = theme === null ? '' : `, ${theme.ontraportHost}`
  return `${name} of ${key.orderId}: theme ${themeKey}${host}`
}
