import { malformed } from './malformed.ts'

/** UltraCart's own models nest about ten levels deep. */
const MAX_DEPTH = 64

/** The JSON value of a webhook's body; throws `AppError('malformed')` when it is not UTF-8, not JSON, or nests too deep. */
export function unpackBody(body: Uint8Array): unknown {
  const text = decodeUtf8(body)
  if (text.trim() === '') throw malformed('The body', 'is empty')
  if (isDeeperThan(MAX_DEPTH, body))
    throw malformed('The body', `nests deeper than ${MAX_DEPTH} levels`)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw malformed('The body', 'is not valid JSON', cause)
  }
}

function decodeUtf8(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (cause) {
    throw malformed('The body', 'is not valid UTF-8', cause)
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Counts brackets outside of strings before anything is parsed, so that a deep body costs no memory. */
function isDeeperThan(limit: number, body: Uint8Array): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]
    if (byte === QUOTE) isInString = !isInString
    else if (isInString) at += byte === BACKSLASH ? 1 : 0
    else if (isOpening(byte) && ++depth > limit) return true
    else if (isClosing(byte)) depth--
  }
  return false
}

/** `[` or `{`. */
function isOpening(byte: number | undefined): boolean {
  return byte === 0x5b || byte === 0x7b
}

/** `]` or `}`. */
function isClosing(byte: number | undefined): boolean {
  return byte === 0x5d || byte === 0x7d
}
