import type { IncomingMessage, ServerResponse } from 'node:http'

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

/** What every answer carries, whoever gives it. */
export function setSecurityHeaders(response: ServerResponse): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Referrer-Policy', 'same-origin')
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
  delete headers['x-forwarded-port']
  delete headers.forwarded
}

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
