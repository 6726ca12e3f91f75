import { malformed } from './malformed.ts'

/** UltraCart's own models nest about ten levels deep. */
const MAX_DEPTH = 64

/** An order has some hundred objects and lists; keeps 32 MB of `{}` from becoming gigabytes. */
const MAX_CONTAINERS = 2_000_000

/** The value of a JSON text; throws `AppError('malformed')` when it is not JSON, nests too deep or holds too many objects. */
export function parseJson(text: string, place: string): unknown {
  if (text.trim() === '') throw malformed(place, 'is empty')
  checkShape(text, place)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw malformed(place, 'is not valid JSON', cause)
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Counts brackets outside of strings before anything is parsed, so that a deep body costs no memory. */
function checkShape(text: string, place: string): void {
  let depth = 0
  let count = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) isInString = !isInString
    else if (isInString) at += code === BACKSLASH ? 1 : 0
    else if (isOpening(code)) {
      if (++depth > MAX_DEPTH) throw malformed(place, `nests deeper than ${MAX_DEPTH} levels`)
      if (++count > MAX_CONTAINERS)
        throw malformed(place, `holds more than ${MAX_CONTAINERS} objects and lists`)
    } else if (isClosing(code)) depth--
  }
}

/** `[` or `{`. */
function isOpening(code: number): boolean {
  return code === 0x5b || code === 0x7b
}

/** `]` or `}`. */
function isClosing(code: number): boolean {
  return code === 0x5d || code === 0x7d
}
