import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadThemes } from '#lib/db/themes.ts'
import type { Access } from '#lib/domain/access.ts'
import { composeSnippet, type Snippet } from '#lib/domain/pixel-snippet.ts'
import type { Theme } from '#lib/domain/theme.ts'
import { pixelUrl } from '#lib/env.ts'

export type ThemeView = Theme & { snippet: Snippet }

/** The merchant's themes, the default last, each with what to paste into its receipt. */
export async function listThemes(access: Access): Promise<ThemeView[]> {
  requireDeed(access, 'read')
  const themes = await loadThemes(prisma(), access.merchantId)
  const url = pixelUrl(access.merchantId)
  return themes.map((theme) => ({ ...theme, snippet: composeSnippet(url, theme.key) }))
}
