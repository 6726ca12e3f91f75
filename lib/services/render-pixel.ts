import { prisma } from '#lib/db/client.ts'
import { isRedirectSpent } from '#lib/db/pixel-calls.ts'
import { checkMerchantId } from '#lib/domain/account-fields.ts'
import { logger } from '#lib/logger.ts'
import { admitPixelCall, admitUnprovenCall } from '#lib/pixel-limits.ts'
import { pixelImage, pixelRedirect } from '#lib/storefront/pixel-response.ts'
import { readPixelCall } from '#lib/storefront/read-pixel-call.ts'
import { awaitProof } from './render-pixel/await-proof.ts'
import { composeRendering } from './render-pixel/compose-rendering.ts'
import { openReceipt, type Receipt } from './render-pixel/receipt.ts'
import { recordRendering } from './render-pixel/record-rendering.ts'

export type PixelRequest = {
  merchantId: string
  /** `theme`, `order`, and what else the receipt brought: `email`, `subtotal`. */
  query: URLSearchParams
  /** The caller's network address. */
  address: string
  /** A HEAD shows nobody an image: it spends no redirect, and is not in the log. */
  isHead?: boolean
}

export type PixelOptions = {
  /** How long the order's webhook is waited for. */
  patienceMs?: number
  now?: Date
}

/** Short enough for a buyer who leaves the receipt soon. */
const PATIENCE_MS = 3_000

/**
 * Answers the image of a receipt: one redirect to ONTRAPORT's pixel for an order
 * and a theme, and the same small GIF in every other case, a fault of ours
 * included, so that a receipt never breaks. Anybody can call it. The redirect
 * holds what the caller brought; what we know of the order goes in only when
 * that includes its buyer's email, and nothing else in the answer or its time
 * tells whether an order exists. Never throws.
 */
export async function renderPixel(
  request: PixelRequest,
  options: PixelOptions = {},
): Promise<Response> {
  const { merchantId, query, address, isHead = false } = request
  if (isHead) return pixelImage()
  try {
    const call = readPixelCall(query)
    if (call === null || checkMerchantId(merchantId) !== null) return pixelImage()
    if (!(await admitPixelCall(address))) return pixelImage()
    const receipt = await openReceipt(merchantId, call)
    const url = receipt === null ? null : await findRedirect(receipt, options)
    return url === null ? pixelImage() : pixelRedirect(url)
  } catch (error) {
    logger.error({ err: error, merchantId }, 'pixel.failed')
    return pixelImage()
  }
}

/** The address to send this caller to; `null` when it is not theirs or there is none. */
async function findRedirect(
  receipt: Receipt,
  { patienceMs = PATIENCE_MS, now = new Date() }: PixelOptions,
): Promise<string | null> {
  const { key, call } = receipt
  if (await isRedirectSpent(prisma(), key, call.email)) return null
  const proof = await awaitProof(receipt, { patienceMs, now })
  if (proof.kind === 'unproven' && !(await admitUnprovenCall(key.merchantId))) {
    logger.warn({ merchantId: key.merchantId }, 'pixel.throttled')
    return null
  }
  const rendering = await composeRendering(receipt, proof)
  const isTheirs = await recordRendering(receipt, proof, rendering, now)
  logger.info({ merchantId: key.merchantId, status: rendering.status, isTheirs }, 'pixel.rendered')
  return isTheirs ? rendering.url : null
}
