import type { IncomingMessage } from 'node:http'
import { AppError } from './errors.ts'
import { MAX_FORM_BYTES } from './http.ts'
import { declaredBytes, tooLarge } from './incoming-body.ts'

/**
 * What is wrong with a request to the web app before anybody reads it: a write
 * that another site made a browser send, a write to a page that is none of its
 * actions, a body that is longer than any form, or a form whose parts nothing
 * separates. Null when nothing is.
 */
export function findRefusal(request: IncomingMessage, publicUrl: URL): AppError | null {
  if (isForeignWrite(request, publicUrl))
    return new AppError('forbidden', 'This was sent by a page of another site.')
  if (declaredBytes(request) > MAX_FORM_BYTES) return tooLarge(MAX_FORM_BYTES)
  if (isStrayWrite(request)) return new AppError('malformed', 'A page takes no such form.')
  if (isBoundless(request.headers['content-type']))
    return new AppError('malformed', 'The form does not say what separates its parts.')
  return null
}

/** Every browser names the page's own origin with a write; a caller that is no browser carries no cookies of a person. */
function isForeignWrite({ method, headers }: IncomingMessage, publicUrl: URL): boolean {
  if (isRead(method)) return false
  if (headers.origin !== undefined) return headers.origin !== publicUrl.origin
  const site = headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}

/** Our pages send nothing but actions: each names itself, and brings what React makes of its arguments. */
function isStrayWrite({ method, headers, url }: IncomingMessage): boolean {
  if (isRead(method) || url?.startsWith('/api/')) return false
  const isEncoded = /^(?:text\/plain|multipart\/form-data)\s*(?:;|$)/i.test(
    headers['content-type'] ?? '',
  )
  return !isEncoded || !isActionId(headers['next-action'])
}

function isRead(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/** Next gives each action a number of 42 hexadecimal digits, and falls over what is none. */
function isActionId(named: string | string[] | undefined): boolean {
  return typeof named === 'string' && /^[\da-f]{42}$/.test(named)
}

/** RFC 2046, 5.1.1: the parts of a form are separated by a boundary of 1 to 70 characters. */
function isBoundless(contentType = ''): boolean {
  const isForm = /^\s*multipart\/form-data/i.test(contentType)
  return isForm && !/;\s*boundary=(?:"[^"]{1,70}"|[^\s;"]{1,70}(?![^\s;]))/i.test(contentType)
}

/** What the web app knows; the rest (TRACE among them) is for proxies and debuggers. */
export const KNOWN_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * The path and query of a request; null when what was asked for is no address of
 * this server. The form with a scheme and a host (RFC 9112, 3.2.2) is read, and
 * its host not believed.
 */
export function readTarget(url = ''): string | null {
  if (url.startsWith('/')) return url
  const absolute = /^https?:\/\//i.test(url) ? URL.parse(url) : null
  return absolute === null ? null : absolute.pathname + absolute.search
}

/** RFC 9112, 3.2: a request of HTTP/1.1 without a Host is answered with 400. */
export function isHostMissing({ httpVersion, headers }: IncomingMessage): boolean {
  return httpVersion === '1.1' && headers.host === undefined
}

/** Whether a path can be a page's: one that is encoded wrongly, or holds a NUL, names none. */
export function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    // Broken percent-encoding names nothing.
    return false
  }
}
