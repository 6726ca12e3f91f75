/** Every way in which our own texts spell an address: plain, in XML, in a query. */
export function spellingsOf(email: string): string[] {
  const plain = email.trim().toLowerCase()
  const inXml = plain.replaceAll('&', '&amp;').replaceAll("'", '&apos;')
  const inQuery = encodeURIComponent(plain).toLowerCase()
  return [...new Set([plain, inXml, inXml.replaceAll('&apos;', '&#39;'), inQuery])]
}

/**
 * A pattern, for JavaScript and PostgreSQL alike, that finds any of these texts
 * and leaves longer addresses alone: amy@example.com is not in
 * mamy@example.com, nor in amy@example.com.au. To be used without regard to case.
 */
export function personPattern(texts: readonly string[]): string {
  const escaped = texts.map((text) => text.replace(/[^\p{L}\p{N}@_]/gu, '\\$&'))
  return `(?<![a-z0-9_.+-])(?:${escaped.join('|')})(?![a-z0-9_-]|\\.[a-z0-9])`
}
