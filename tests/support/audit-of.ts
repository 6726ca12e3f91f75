import { prisma } from '#lib/db/client.ts'

/** Who did a deed at a merchant's, oldest first, and its details. */
export function auditOf(
  merchantId: string,
  action: string,
): Promise<{ actor: string; details: unknown }[]> {
  return prisma().auditEntry.findMany({
    where: { merchantId, action },
    select: { actor: true, details: true },
    orderBy: { id: 'asc' },
  })
}
