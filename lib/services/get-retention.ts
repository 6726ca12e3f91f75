import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { findRetention } from '#lib/db/retention.ts'
import type { Access } from '#lib/domain/access.ts'
import type { Retention } from '#lib/domain/retention.ts'

/** How long this merchant keeps bodies (days) and rows (months). */
export async function getRetention(access: Access): Promise<Retention> {
  requireDeed(access, 'read')
  return findRetention(prisma(), access.merchantId)
}
