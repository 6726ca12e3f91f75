import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { findTransmission } from '#lib/db/log.ts'
import type { Access } from '#lib/domain/access.ts'

/** Whether the merchant has such a transmission; one look by its key, for what must be known before anything is shown. */
export async function hasTransmission(access: Access, id: string): Promise<boolean> {
  requireDeed(access, 'read')
  return (await findTransmission(prisma(), access.merchantId, id)) !== null
}
