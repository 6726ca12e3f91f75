import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadThemes } from '#lib/db/themes.ts'
import type { Access } from '#lib/domain/access.ts'
import { composeSnippet, type ThemeView } from '#lib/domain/pixel-snippet.ts'
import { pixelUrl } from '#lib/env.ts'

/** The merchant's themes, the default last, each with what to paste into its receipt. */
export async function listThemes(access: Access): Promise<ThemeView[]> {
  requireDeed(access, 'read')
  const themes = await loadThemes(prisma(), access.merchantId)
  const url = pixelUrl(access.merchantId)
  return themes.map((theme) => ({ ...theme, snippet: composeSnippet(url, theme.key) }))
}
