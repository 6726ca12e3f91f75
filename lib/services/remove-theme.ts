import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { removeTheme as removeThemeRow } from '#lib/db/themes.ts'
import type { Access } from '#lib/domain/access.ts'
import { readThemeKey } from '#lib/domain/theme.ts'
import { AppError } from '#lib/errors.ts'

/** Takes a theme's ONTRAPORT host away; its receipts then go by the default one, if there is one. `not-found` when it had none. */
export async function removeTheme(access: Access, theme: string): Promise<{ key: string }> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const reading = readThemeKey(theme)
  if (reading.kind === 'invalid') throw new AppError('malformed', reading.reason)
  const { key } = reading
  await inTransaction(async (db) => {
    const wasThere = await removeThemeRow(db, merchantId, key)
    if (!wasThere) throw new AppError('not-found', `There is no theme "${key}".`)
    await insertAuditEntry(db, { merchantId, actor, action: 'theme.removed', details: { key } })
  })
  return { key }
}
