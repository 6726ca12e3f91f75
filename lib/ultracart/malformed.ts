import { AppError } from '#lib/errors.ts'
import { cleanText } from './clean-text.ts'

/** The refusal of a body: one sentence that begins with the place, such as `events[0].order_create.order_id is missing`. */
export function malformed(path: string, complaint: string, cause?: unknown): AppError {
  return new AppError('malformed', `${path} ${complaint}`, { cause })
}

/** The place of a key below another place, as a programmer would write it. */
export function placeOf(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`
  const name = shorten(String(key))
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return `${path}[${JSON.stringify(name)}]`
  return path === '' ? name : `${path}.${name}`
}

/** Foreign text fit for a sentence or a log line: clean, and not longer than 100 characters. */
export function shorten(foreign: string): string {
  const text = cleanText(foreign)
  return text.length <= 100 ? text : `${text.slice(0, 99).toWellFormed()}…`
}
