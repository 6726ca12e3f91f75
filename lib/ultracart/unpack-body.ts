import { decodeText } from './decode-text.ts'
import { isObject } from './fields.ts'
import { inflate, inflateText, isBase64, isGzip } from './inflate.ts'
import { malformed } from './malformed.ts'
import { parseJson } from './parse-json.ts'

/** What a body holds: a JSON value, or the text of an XML document. */
export type Unpacked = { kind: 'json'; value: unknown } | { kind: 'xml'; text: string }

/**
 * Unpacks a body by what it holds, whatever its headers say. UltraCart's
 * `compress_events` (gzip, then base64) does not say where the text stands, so
 * it may be the whole body, the body as a JSON string, or the `events` of the
 * envelope, and once only. A gzip-compressed transport is undone before that.
 *
 * Throws `AppError`: `malformed` with the place, `too-large` beyond 32 MB.
 */
export function unpackBody(body: Uint8Array): Unpacked {
  const bytes = isGzip(body) ? inflate(body, 'The body') : body
  const text = decodeText(bytes, 'The body')
  if (isXml(text)) return { kind: 'xml', text }
  if (isPacked(text)) return readInflated(text, 'The body')
  const value = parseJson(text, 'The body')
  if (typeof value === 'string') return readInflated(value, 'The body')
  if (isObject(value) && typeof value.events === 'string')
    return { kind: 'json', value: unpackEvents(value, value.events) }
  return { kind: 'json', value }
}

function isXml(text: string): boolean {
  return text.trimStart().startsWith('<')
}

/** Base64 that begins as gzip does; JSON never does. */
function isPacked(text: string): boolean {
  return text.trimStart().startsWith('H4sI') && isBase64(text)
}

function readInflated(packed: string, place: string): Unpacked {
  const inside = `${place} (inflated)`
  const text = decodeText(inflateText(packed, place), inside)
  return isXml(text) ? { kind: 'xml', text } : { kind: 'json', value: parseJson(text, inside) }
}

/** The envelope with its events laid open: they were packed as the list or as an envelope of their own. */
function unpackEvents(envelope: Record<string, unknown>, packed: string): unknown {
  const inner = readInflated(packed, 'events')
  if (inner.kind === 'xml') throw malformed('events (inflated)', 'is XML, not a list of events')
  return isObject(inner.value)
    ? { ...envelope, ...inner.value }
    : { ...envelope, events: inner.value }
}
