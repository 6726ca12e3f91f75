import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadLogViews } from '#lib/db/log-views.ts'
import type { Access } from '#lib/domain/access.ts'
import type { LogView } from '#lib/domain/log-view.ts'

/** The saved views of the log that this person may use: the team's and their own, by name. */
export async function listLogViews(access: Access): Promise<LogView[]> {
  requireDeed(access, 'read')
  const views = await loadLogViews(prisma(), access)
  return views.map(({ id, name, query, isTeam, owner }) => ({
    id,
    name,
    query,
    isTeam,
    isOwn: owner === access.actor,
  }))
}
