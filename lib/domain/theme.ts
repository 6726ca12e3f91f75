import type { PixelEmailName } from './relay-rules.ts'
import { readThemeHost } from './theme-host.ts'

/**
 * A look of the store and the ONTRAPORT host that its receipts report to. `key`
 * is a theme's code in capitals, a StoreFront's host in lower case, or
 * `default`, which stands for every theme without a row of its own.
 */
export type Theme = { key: string; ontraportHost: string }

/** A theme as it was saved, and the spelling of the email that the pasted pixel uses, where that was new. */
export type SavedTheme = Theme & { newPixelEmail: PixelEmailName | null }

export const DEFAULT_THEME = 'default'

export type ThemeKeyReading = { kind: 'key'; key: string } | { kind: 'invalid'; reason: string }

/** The key in what a person typed or a receipt brought; letters of either case are the same theme. */
export function readThemeKey(given: string): ThemeKeyReading {
  const text = given.trim()
  if (text.toLowerCase() === DEFAULT_THEME) return { kind: 'key', key: DEFAULT_THEME }
  if (/^[A-Za-z0-9_-]{1,20}$/.test(text)) return { kind: 'key', key: text.toUpperCase() }
  if (!/[.:/]/.test(text)) return { kind: 'invalid', reason: NO_CODE }
  const reading = readThemeHost(text)
  return reading.kind === 'host' ? { kind: 'key', key: reading.host } : reading
}

const NO_CODE =
  'Enter the code of the theme, such as DFLT, the host of the StoreFront, such as shop.example.com, or "default" for all others.'
