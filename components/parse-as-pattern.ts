import { createParser } from 'nuqs/server'

/** Text of an address that matches a pattern; what does not is left out. */
export function parseAsPattern(pattern: RegExp) {
  return createParser({
    parse: (text: string) => (pattern.test(text) ? text : null),
    serialize: (text: string) => text,
  })
}

/** A day such as `2026-11-25`. */
export const DAY_PATTERN = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
