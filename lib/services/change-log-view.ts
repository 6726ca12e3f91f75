import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { type Db, inTransaction } from '#lib/db/client.ts'
import { isUuid } from '#lib/db/cursors.ts'
import { findLogView, type KeptView, renameLogView, setLogViewDeleted } from '#lib/db/log-views.ts'
import type { Access } from '#lib/domain/access.ts'
import { checkViewName, tidyViewName } from '#lib/domain/log-view.ts'
import { AppError } from '#lib/errors.ts'
import { requireFields } from '#lib/field-check.ts'

export type LogViewChange =
  | { kind: 'rename'; name: string }
  | { kind: 'delete' }
  /** Takes a deletion back; possible for a day. */
  | { kind: 'restore' }

/**
 * Renames a view of the log, deletes it, or takes its deletion back. One's own
 * private views take no more than membership, the team's an editor. `not-found`
 * for an unknown view and for another person's, `malformed` for a name that is
 * empty or too long.
 */
export async function changeLogView(
  access: Access,
  id: string,
  change: LogViewChange,
): Promise<void> {
  requireDeed(access, 'read')
  await inTransaction(async (db) => {
    const view = isUuid(id) ? await findLogView(db, access, id) : null
    if (view === null) throw new AppError('not-found', 'There is no such view any more.')
    requireDeed(access, view.isTeam ? 'edit' : 'read')
    await insertAuditEntry(db, {
      merchantId: access.merchantId,
      actor: access.actor,
      action: ACTIONS[change.kind],
      details: { id, name: view.name, ...(await applyChange(db, view, change)) },
    })
  })
}

const ACTIONS: Record<LogViewChange['kind'], string> = {
  rename: 'log-view.renamed',
  delete: 'log-view.deleted',
  restore: 'log-view.restored',
}

async function applyChange(
  db: Db,
  { id }: KeptView,
  change: LogViewChange,
): Promise<{ newName?: string }> {
  if (change.kind !== 'rename') {
    await setLogViewDeleted(db, id, change.kind === 'delete' ? new Date() : null)
    return {}
  }
  const name = tidyViewName(change.name)
  requireFields(checkViewName(name))
  await renameLogView(db, id, name)
  return { newName: name }
}
