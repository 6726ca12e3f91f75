import type { IncomingMessage, ServerResponse } from 'node:http'

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

/**
 * What every answer carries, whoever gives it. The policy allows nothing; a page
 * replaces it with its own, and the image of a receipt may be shown elsewhere.
 */
export function setSecurityHeaders(response: ServerResponse, publicUrl: URL): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  if (publicUrl.protocol === 'https:')
    response.setHeader('Strict-Transport-Security', 'max-age=31536000')
}

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

/**
 * Replaces what a caller says about the address it called, and about itself, with
 * what is known: the public address, and the socket's own peer. Only a proxy on
 * this machine is believed when it names the caller.
 */
export function distrustCaller(request: IncomingMessage, publicUrl: URL): void {
  const { headers } = request
  headers.host = publicUrl.host
  headers['x-forwarded-host'] = publicUrl.host
  headers['x-forwarded-proto'] = publicUrl.protocol.slice(0, -1)
  headers['x-forwarded-for'] = forwardedFor(request)
  for (const name of Object.keys(headers)) if (OUR_WORDS.test(name)) delete headers[name]
  if (!isRouterState(headers[ROUTER_STATE])) delete headers[ROUTER_STATE]
}

/** What a page of ours shows just now, by which Next sends only what is new; Next falls over what is none. */
const ROUTER_STATE = 'next-router-state-tree'

function isRouterState(said: string | string[] | undefined): boolean {
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(String(said))))
  } catch {
    return false
  }
}

/** What only this front, the proxy of the web app, and Next itself may say to the pages. */
const OUR_WORDS = /^(?:forwarded|x-forwarded-port|x-nonce|x-path|x-middleware-.*)$/

/**
 * Where a browser has to go that called this machine by another of its names:
 * cookies and the check of a form's origin hold for one name only.
 */
export function findCanonicalUrl(request: IncomingMessage, publicUrl: URL): string | null {
  const { host, accept } = request.headers
  if (request.method !== 'GET' || !accept?.includes('text/html') || host === publicUrl.host)
    return null
  const name = host?.replace(/:\d+$/, '') ?? ''
  const areBothLoopback =
    LOOPBACK_NAMES.includes(name) && LOOPBACK_NAMES.includes(publicUrl.hostname)
  return areBothLoopback ? publicUrl.origin + (request.url ?? '/') : null
}

/** The network address of the caller: the last one that a proxy on this machine names, else the socket's own peer. */
export function callerAddress(request: IncomingMessage): string {
  return forwardedFor(request).split(',').at(-1)?.trim() || 'unknown'
}

function forwardedFor(request: IncomingMessage): string {
  const peer = request.socket.remoteAddress ?? 'unknown'
  const said = request.headers['x-forwarded-for']
  const isLocalProxy = peer === '127.0.0.1' || peer === '::1' || peer === '::ffff:127.0.0.1'
  return isLocalProxy && typeof said === 'string' ? said : peer
}
