import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { type Db, inTransaction } from '#lib/db/client.ts'
import { findConnection, saveConnection } from '#lib/db/connections.ts'
import { saveTheme } from '#lib/db/themes.ts'
import type { Access } from '#lib/domain/access.ts'
import { findEmailName } from '#lib/domain/pixel-email.ts'
import type { PixelEmailName } from '#lib/domain/relay-rules.ts'
import { readThemeKey, type SavedTheme, type Theme } from '#lib/domain/theme.ts'
import { readThemeHost } from '#lib/domain/theme-host.ts'
import { AppError } from '#lib/errors.ts'

/**
 * Sets the ONTRAPORT host of a theme: `theme` is its code, its StoreFront's host
 * or `default`, `ontraportHost` a host name, a whole pixel address or its
 * `<img>` tag. A pasted pixel that spells the email another way than the rule
 * `pixel-email` changes the rule. `malformed` with a sentence for what is no
 * theme or no host.
 */
export async function setTheme(
  access: Access,
  given: { theme: string; ontraportHost: string },
): Promise<SavedTheme> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const theme = readTheme(given)
  return inTransaction(async (db) => {
    await saveTheme(db, merchantId, theme)
    const newPixelEmail = await adoptEmailName(db, merchantId, given.ontraportHost)
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'theme.saved',
      details: { ...theme, ...(newPixelEmail === null ? {} : { pixelEmail: newPixelEmail }) },
    })
    return { ...theme, newPixelEmail }
  })
}

function readTheme(given: { theme: string; ontraportHost: string }): Theme {
  const key = readThemeKey(given.theme)
  if (key.kind === 'invalid') throw new AppError('malformed', key.reason)
  const host = readThemeHost(given.ontraportHost)
  if (host.kind === 'invalid') throw new AppError('malformed', host.reason)
  return { key: key.key, ontraportHost: host.host }
}

async function adoptEmailName(
  db: Db,
  merchantId: string,
  pasted: string,
): Promise<PixelEmailName | null> {
  const pixelEmail = findEmailName(pasted)
  const connection = await findConnection(db, merchantId)
  if (pixelEmail === null || connection === null || connection.rules.pixelEmail === pixelEmail)
    return null
  await saveConnection(db, merchantId, { rules: { ...connection.rules, pixelEmail } })
  return pixelEmail
}
