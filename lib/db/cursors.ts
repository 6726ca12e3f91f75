import { AppError } from '#lib/errors.ts'

/** An opaque place in a list: the key of the last row shown. */
export function makeCursor(key: string): string {
  return Buffer.from(key).toString('base64url')
}

/** The key in a cursor; a text that `makeCursor` did not make is the caller's fault. */
export function readCursor(cursor: string, isKey: (key: string) => boolean): string {
  const key = Buffer.from(cursor, 'base64url').toString('utf8')
  if (makeCursor(key) !== cursor || !isKey(key))
    throw new AppError(
      'malformed',
      'The cursor is not one of ours: start again from the first page.',
    )
  return key
}

export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}

/** A text that PostgreSQL can hold: without the one character that it refuses. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}

/** A pattern for LIKE that takes the text by its letters. */
export function escapeLike(text: string): string {
  return withoutNul(text).replace(/[\\%_]/g, '\\$&')
}
