import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { insertLogView, loadLogViews, purgeLogViews } from '#lib/db/log-views.ts'
import type { Access } from '#lib/domain/access.ts'
import {
  checkViewName,
  LONGEST_VIEW_QUERY,
  type LogView,
  MOST_VIEWS,
  tidyViewName,
} from '#lib/domain/log-view.ts'
import { AppError } from '#lib/errors.ts'
import { requireFields } from '#lib/field-check.ts'
import { newId } from '#lib/ids.ts'

const KEPT_AFTER_DELETION_MS = 24 * 60 * 60 * 1_000

/**
 * Keeps a view of the log under a name: for all members (`isTeam`, takes an
 * editor) or for oneself. `malformed` for a name that is empty or too long and
 * for filters that are too long, `conflict` when there are too many views.
 */
export async function saveLogView(
  access: Access,
  { name, query, isTeam }: { name: string; query: string; isTeam: boolean },
): Promise<LogView> {
  requireDeed(access, isTeam ? 'edit' : 'read')
  const { merchantId, actor } = access
  const view = { id: newId(), name: tidyViewName(name), query: checkedQuery(query), isTeam }
  requireFields(checkViewName(view.name))
  await inTransaction(async (db) => {
    await purgeLogViews(db, merchantId, new Date(Date.now() - KEPT_AFTER_DELETION_MS))
    const present = await loadLogViews(db, access)
    if (present.filter((other) => other.isTeam === isTeam).length >= MOST_VIEWS)
      throw new AppError('conflict', `There are ${MOST_VIEWS} views already: delete one first.`)
    await insertLogView(db, { ...view, merchantId, owner: actor })
    await insertAuditEntry(db, { merchantId, actor, action: 'log-view.saved', details: view })
  })
  return { ...view, isOwn: true }
}

function checkedQuery(query: string): string {
  if (query.length <= LONGEST_VIEW_QUERY) return query.replaceAll('\0', '')
  throw new AppError('malformed', 'These filters are too long to be kept.')
}
