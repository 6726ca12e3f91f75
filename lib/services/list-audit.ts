import { requireDeed } from '#lib/access-check.ts'
import { listAuditChoices, listAuditRows } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import type { AuditFilter, AuditPage } from '#lib/domain/audit.ts'

const MAX_LIMIT = 200

/**
 * One page of the merchant's audit trail, newest first, with the actors and
 * actions that occur in it. `malformed` for a cursor that is none of ours.
 */
export async function listAudit(
  access: Access,
  filter: AuditFilter,
  { limit, cursor }: { limit: number; cursor: string | null },
): Promise<AuditPage & { actors: string[]; actions: string[] }> {
  requireDeed(access, 'own')
  const { merchantId } = access
  const [page, choices] = await Promise.all([
    listAuditRows(prisma(), merchantId, { filter, limit: Math.min(limit, MAX_LIMIT), cursor }),
    listAuditChoices(prisma(), merchantId),
  ])
  return { ...page, ...choices }
}
