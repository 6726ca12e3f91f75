import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadMembers } from '#lib/db/members.ts'
import type { Access } from '#lib/domain/access.ts'
import type { MemberRow } from '#lib/domain/member.ts'

/** Who may open the merchant's store, owners first. */
export function listMembers(access: Access): Promise<MemberRow[]> {
  requireDeed(access, 'read')
  return loadMembers(prisma(), access.merchantId)
}
