import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { isUuid } from '#lib/db/cursors.ts'
import { revokeToken as revoke } from '#lib/db/tokens.ts'
import type { Access } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'

/** Makes a token stop working: its next call is refused. `not-found` for one that is revoked already, or another merchant's. */
export async function revokeToken(
  access: Access,
  id: string,
  now: Date = new Date(),
): Promise<void> {
  requireDeed(access, 'own')
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    const token = isUuid(id) ? await revoke(db, { merchantId, id, now }) : null
    if (token === null) throw new AppError('not-found', 'This token has been revoked already.')
    const { name, hint } = token
    const details = { name, hint }
    await insertAuditEntry(db, { merchantId, actor, action: 'token.revoked', details })
  })
}
