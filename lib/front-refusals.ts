import type { IncomingMessage } from 'node:http'
import { AppError } from './errors.ts'
import { MAX_FORM_BYTES } from './http.ts'
import { declaredBytes, tooLarge } from './incoming-body.ts'

/**
 * What is wrong with a request to the web app before anybody reads it: a write
 * that another site made a browser send, or a body that is longer than any form.
 * Null when nothing is.
 */
export function findRefusal(request: IncomingMessage, publicUrl: URL): AppError | null {
  if (isForeignWrite(request, publicUrl))
    return new AppError('forbidden', 'This was sent by a page of another site.')
  if (declaredBytes(request) > MAX_FORM_BYTES) return tooLarge(MAX_FORM_BYTES)
  return null
}

/** Every browser names the page's own origin with a write; a caller that is no browser carries no cookies of a person. */
function isForeignWrite({ method, headers }: IncomingMessage, publicUrl: URL): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false
  if (headers.origin !== undefined) return headers.origin !== publicUrl.origin
  const site = headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}

/**
 * The path and query of a request; null when what was asked for is no address of
 * this server. The form with a scheme and a host (RFC 9112, 3.2.2) is read, and
 * its host not believed.
 */
export function readTarget(url: string | undefined): string | null {
  if (url?.startsWith('/')) return url
  const absolute = /^https?:\/\//i.test(url ?? '') ? URL.parse(url ?? '') : null
  return absolute === null ? null : absolute.pathname + absolute.search
}
