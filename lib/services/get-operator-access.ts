import { prisma } from '#lib/db/client.ts'
import { getMerchant } from '#lib/db/merchants.ts'
import { type Access, OPERATOR } from '#lib/domain/access.ts'

/** The access of whoever runs commands on this machine: an owner's, to any merchant. `not-found` for an unknown one. */
export async function getOperatorAccess(merchantId: string): Promise<Access> {
  await getMerchant(prisma(), merchantId)
  return { merchantId, role: 'owner', actor: OPERATOR }
}
