import { prisma } from '#lib/db/client.ts'
import { loadNameSources } from '#lib/db/products.ts'
import { composeMessage, itemIdsOf } from '#lib/domain/compose-message.ts'
import { toLineViews } from '#lib/domain/line-views.ts'
import type { SaleMessage } from '#lib/domain/message.ts'
import { composePixel } from '#lib/domain/pixel.ts'
import type { OrderSnapshot } from '#lib/domain/snapshot.ts'
import type { LineView, Reason } from '#lib/domain/transmission.ts'
import { type EncodedPixel, encodePixel } from '#lib/storefront/encode-pixel.ts'
import type { Proof } from './await-proof.ts'
import type { Receipt } from './receipt.ts'

/** What is done with a call: on to ONTRAPORT, or not, and why. A reason can also say what is missing. */
export type Rendering = {
  status: 'sent' | 'skipped'
  reason: Reason | null
  url: string | null
  lines: LineView[] | null
}

export async function composeRendering(receipt: Receipt, proof: Proof): Promise<Rendering> {
  const { form, call, theme, connection } = receipt
  if (theme === null) return skipped('pixel-no-theme', noTheme(receipt))
  if (proof.kind === 'proven' && proof.judgement.kind !== 'due')
    return { status: 'skipped', reason: proof.judgement.reason, url: null, lines: null }
  const sale = proof.kind === 'proven' ? await composeSale(receipt, proof.order) : null
  const pixel = composePixel(form, call, sale)
  if (pixel === null)
    return skipped('pixel-no-email', `${NO_EMAIL}, and without it a partner cannot be attributed`)
  const { pixelEmail } = connection.rules
  const encoded = encodePixel(theme.ontraportHost, pixel, { emailName: pixelEmail })
  const lines = sale === null || form === 'attribution' ? null : toLineViews(sale)
  const { url } = encoded
  if (connection.isSandbox)
    return { ...skipped('pixel-sandbox', 'The store is in the sandbox'), url, lines }
  return { status: 'sent', reason: remarkOn(receipt, proof, encoded), url, lines }
}

async function composeSale(receipt: Receipt, order: OrderSnapshot): Promise<SaleMessage> {
  const event = { kind: 'order-paid', order, isRebill: false } as const
  const names = await loadNameSources(prisma(), receipt.key.merchantId, itemIdsOf(event))
  const message = composeMessage(event, names, receipt.connection.rules)
  if (message?.kind !== 'sale') throw new Error('A paid order was composed into no sale.')
  return message
}

function remarkOn(
  { form, call }: Receipt,
  proof: Proof,
  { cutLineCount }: EncodedPixel,
): Reason | null {
  if (cutLineCount > 0)
    return {
      code: 'pixel-lines-cut',
      text: `The cart is too long for one address: its last ${cutLineCount} ${cutLineCount === 1 ? 'line was' : 'lines were'} left out`,
    }
  if (proof.kind === 'proven' || form === 'attribution') return null
  const cause =
    call.email === null
      ? NO_EMAIL
      : proof.isKnown
        ? 'The receipt brought an email that is not the buyer’s'
        : 'UltraCart had not reported the order yet'
  return {
    code: 'pixel-unproven',
    text: `${cause}, so only what the receipt brought was passed on`,
  }
}

const NO_EMAIL = 'The receipt brought no email (check its token in the snippet)'

function noTheme({ themeKey }: Receipt): string {
  return themeKey === 'default'
    ? 'No ONTRAPORT sub-domain is set for the default theme'
    : `No ONTRAPORT sub-domain is set for the theme ${themeKey}, and there is no default`
}

function skipped(code: Reason['code'], text: string): Rendering {
  return { status: 'skipped', reason: { code, text }, url: null, lines: null }
}
