import { prisma } from '#lib/db/client.ts'
import { type Connection, findConnection } from '#lib/db/connections.ts'
import type { ReceiptKey } from '#lib/db/pixel-calls.ts'
import { findThemeFor } from '#lib/db/themes.ts'
import type { PixelCall, PixelForm } from '#lib/domain/pixel.ts'
import { DEFAULT_THEME, readThemeKey, type Theme } from '#lib/domain/theme.ts'
import type { StreamKey } from '#lib/domain/transmission.ts'

/** A call for the pixel of one order under one theme, with what the merchant wants of it. */
export type Receipt = {
  key: ReceiptKey
  call: PixelCall
  connection: Connection
  form: PixelForm
  /** As the caller named it. */
  themeKey: string
  /** `null` when neither this theme nor a default has an ONTRAPORT host. */
  theme: Theme | null
}

/** `null` for an unknown merchant and for one whose method has no pixel. */
export async function openReceipt(
  merchantId: string,
  call: PixelCall & { theme: string },
): Promise<Receipt | null> {
  const connection = await findConnection(prisma(), merchantId)
  const form = connection === null ? null : formOf(connection)
  if (connection === null || form === null) return null
  const reading = readThemeKey(call.theme)
  const themeKey = reading.kind === 'key' ? reading.key : DEFAULT_THEME
  const theme = await findThemeFor(prisma(), merchantId, themeKey)
  const key = { merchantId, orderId: call.orderId, theme: theme?.key ?? NO_THEME }
  return { key, call, connection, form, themeKey, theme }
}

/** No key of a theme, so that a theme which is set later has its receipts still to come. */
const NO_THEME = ''

function formOf({ method, rules }: Connection): PixelForm | null {
  if (method === 'pixel') return 'sale'
  return rules.attributeByPixel === 'on' ? 'attribution' : null
}

/** The stream of the receipt's order. */
export function orderKeyOf({ key, connection }: Receipt): StreamKey & {
  kind: 'order' | 'sandbox-order'
} {
  const kind = connection.isSandbox ? 'sandbox-order' : 'order'
  return { merchantId: key.merchantId, kind, reference: key.orderId }
}
