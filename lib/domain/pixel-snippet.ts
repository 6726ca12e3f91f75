import type { Theme } from './theme.ts'

/** What a merchant pastes into a receipt, with the tokens that UltraCart replaces by the order's values. */
export type Snippet = {
  html: string
  /** Tokens that UltraCart's own pages name. */
  certainTokens: readonly string[]
  /** Tokens to be checked in UltraCart before the snippet is trusted. */
  uncertainTokens: readonly string[]
}

/** A theme as the screen shows it. */
export type ThemeView = Theme & { snippet: Snippet }

const CERTAIN_TOKENS = ['[order]', '[subtotal]'] as const
const UNCERTAIN_TOKENS = ['[email]'] as const

/** The `<img>` tag for the receipts of one theme; the tokens stand in it as they are, for UltraCart to find them. */
export function composeSnippet(pixelUrl: string, themeKey: string): Snippet {
  const query = [
    `theme=${encodeURIComponent(themeKey)}`,
    `order=${CERTAIN_TOKENS[0]}`,
    `subtotal=${CERTAIN_TOKENS[1]}`,
    `email=${UNCERTAIN_TOKENS[0]}`,
  ].join('&amp;')
  return {
    html: `<img src="${pixelUrl}?${query}" width="1" height="1" alt="" referrerpolicy="no-referrer">`,
    certainTokens: CERTAIN_TOKENS,
    uncertainTokens: UNCERTAIN_TOKENS,
  }
}
