/** A transparent GIF of one pixel, for every receipt that tells ONTRAPORT nothing. */
const IMAGE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const HEADERS = {
  // Each view of a receipt has to ask again, or a reload would repeat the redirect by itself.
  'Cache-Control': 'no-store',
  // The address that led here can hold an email; ONTRAPORT needs only its own.
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** The same image every time, so that it tells nothing of what was asked. */
export function pixelImage(): Response {
  return new Response(IMAGE, { headers: { ...HEADERS, 'Content-Type': 'image/gif' } })
}

/** Sends the buyer's browser on to ONTRAPORT's pixel, which reads the partner's cookie. */
export function pixelRedirect(url: string): Response {
  return new Response(null, { status: 302, headers: { ...HEADERS, Location: url } })
}
