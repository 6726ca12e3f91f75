/** Trimmed text that PostgreSQL can hold: without NUL, and with U+FFFD for each half of a broken surrogate pair. */
export function cleanText(foreign: string): string {
  return foreign.replaceAll('\0', '').toWellFormed().trim()
}
