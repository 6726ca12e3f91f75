import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A shop that shows the receipt of each order, at `/receipt/THEME/ORDER`, and puts values in place of UltraCart's tokens. */
export type ReceiptPages = {
  url: string
  /** What the merchant pasted into a theme's receipt. */
  paste(theme: string, snippet: string): void
  close(): Promise<void>
}

export async function startReceiptPages(
  values: (orderId: string) => Record<string, string>,
): Promise<ReceiptPages> {
  const snippets = new Map<string, string>()
  const server = createServer((request, response) => {
    const [, , theme = '', orderId = ''] = (request.url ?? '').split('/')
    const tokens = { order: orderId, ...values(orderId) }
    const snippet = fillIn(snippets.get(theme) ?? '', tokens)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>Receipt</title><h1>Thank you</h1>${snippet}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    paste: (theme, snippet) => void snippets.set(theme, snippet),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** As UltraCart does: the plain text, and a token that it does not know stays. */
function fillIn(snippet: string, tokens: Record<string, string>): string {
  return snippet.replace(/\[(\w+)\]/g, (token, name: string) => tokens[name] ?? token)
}
