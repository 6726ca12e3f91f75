import { cleanText } from './clean-text.ts'
import { ENTITY_NAMES } from './entity-names.ts'

/** Turns HTML's character references into their characters, once: `&amp;lt;` becomes `&lt;`. Unknown ones stay. */
export function decodeEntities(html: string): string {
  if (!html.includes('&')) return html
  return cleanText(html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]*));/gi, decodeOne))
}

function decodeOne(reference: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITY_NAMES.get(name) ?? reference
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  if (code > 0x10ffff) return '\uFFFD'
  return WINDOWS_1252[code - 0x80] ?? String.fromCodePoint(code)
}

/** HTML reads 128 to 159 as Windows-1252, since old editors wrote their quotes that way. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'
