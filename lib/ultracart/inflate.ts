import { gunzipSync } from 'node:zlib'
import { AppError } from '#lib/errors.ts'
import { malformed } from './malformed.ts'

/** Far above the 900 KB that UltraCart's page allows a message; a bomb stops here while it inflates. */
export const MAX_INFLATED_BYTES = 32 * 1024 * 1024

/**
 * Inflates a gzip stream. Throws `AppError`: `too-large` as soon as more than
 * 32 MB come out, `malformed` for anything that is no whole gzip stream.
 */
export function inflate(bytes: Uint8Array, place: string): Uint8Array {
  if (!isGzip(bytes)) throw malformed(place, 'is not compressed with gzip')
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_INFLATED_BYTES })
  } catch (cause) {
    const code = codeOf(cause)
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new AppError('too-large', `${place} is larger than 32 MB once inflated`, { cause })
    if (code.startsWith('Z_')) throw malformed(place, 'is a broken gzip stream', cause)
    throw cause
  }
}

/** The same for a gzip stream that was written down as base64, which is how UltraCart compresses events. */
export function inflateText(text: string, place: string): Uint8Array {
  if (!isBase64(text))
    throw malformed(place, 'is text, but not events compressed with gzip and encoded as base64')
  return inflate(Buffer.from(text, 'base64'), place)
}

/** Says whether bytes begin as every gzip stream does (RFC 1952), and no JSON or XML can. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** Base64 as RFC 4648 has it, in one line or in several. */
export function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/_=\s-]+$/.test(text) && text.trim() !== ''
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
