import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { findConnection, saveConnection } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import { changeRelayRules, type RuleChange } from '#lib/domain/change-relay-rules.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { AppError } from '#lib/errors.ts'

/**
 * Changes relay rules by their public names, such as `['on-unknown', 'ask']`,
 * all of them or none, and answers the rules as they are now. `malformed` with a
 * sentence for an unknown name or a wrong value.
 */
export async function setRelayRules(
  access: Access,
  changes: readonly RuleChange[],
  now: Date = new Date(),
): Promise<RelayRules> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  return inTransaction(async (db) => {
    const connection = await findConnection(db, merchantId)
    if (connection === null) throw new AppError('not-found', 'This merchant has no connection.')
    const changed = changeRelayRules(connection.rules, changes, now)
    if (changed.kind === 'invalid') throw new AppError('malformed', changed.reason)
    await saveConnection(db, merchantId, { rules: changed.rules })
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'rules.changed',
      details: Object.fromEntries(changes),
    })
    return changed.rules
  })
}
