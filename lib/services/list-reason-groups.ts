import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadReasonGroups } from '#lib/db/reason-groups.ts'
import type { Access } from '#lib/domain/access.ts'
import type { ReasonGroup } from '#lib/domain/reason-group.ts'

/** What needs attention on one side, live or sandbox, by its reason; what stops everything comes first. */
export async function listReasonGroups(
  access: Access,
  { isSandbox }: { isSandbox: boolean },
): Promise<ReasonGroup[]> {
  requireDeed(access, 'read')
  return loadReasonGroups(prisma(), { merchantId: access.merchantId, isSandbox })
}
