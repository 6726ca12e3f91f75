import { DEFAULT_THEME, type Theme } from '#lib/domain/theme.ts'
import type { Db } from './client.ts'

/** The merchant's themes by key, the default last. */
export async function loadThemes(db: Db, merchantId: string): Promise<Theme[]> {
  const themes = await db.theme.findMany({ where: { merchantId }, select: COLUMNS })
  return themes.sort(
    (left, right) =>
      Number(left.key === DEFAULT_THEME) - Number(right.key === DEFAULT_THEME) ||
      (left.key < right.key ? -1 : 1),
  )
}

/** The row of this theme, else the default one; `null` when there is neither. */
export async function findThemeFor(db: Db, merchantId: string, key: string): Promise<Theme | null> {
  const themes = await db.theme.findMany({
    where: { merchantId, key: { in: [key, DEFAULT_THEME] } },
    select: COLUMNS,
  })
  return themes.find((theme) => theme.key === key) ?? themes[0] ?? null
}

export async function saveTheme(db: Db, merchantId: string, theme: Theme): Promise<void> {
  const { key, ontraportHost } = theme
  await db.theme.upsert({
    where: { merchantId_key: { merchantId, key } },
    create: { merchantId, key, ontraportHost },
    update: { ontraportHost, updatedAt: new Date() },
  })
}

/** False when there was no such theme. */
export async function removeTheme(db: Db, merchantId: string, key: string): Promise<boolean> {
  const { count } = await db.theme.deleteMany({ where: { merchantId, key } })
  return count === 1
}

const COLUMNS = { key: true, ontraportHost: true } as const
