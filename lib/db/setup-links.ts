import { hashToken } from '#lib/secrets.ts'
import type { Db } from './client.ts'

/** Makes this the one link that works: the unused ones before it are forgotten. */
export async function replaceSetupLink(db: Db, token: string): Promise<void> {
  await db.setupLink.deleteMany({ where: { usedAt: null } })
  await db.setupLink.create({ data: { tokenHash: hashToken(token) } })
}

export async function isSetupLinkOpen(db: Db, token: string): Promise<boolean> {
  const where = { tokenHash: hashToken(token), usedAt: null }
  return (await db.setupLink.findFirst({ where })) !== null
}

/** Uses the link up; of two callers at once one gets true, since the second waits for the first's row. */
export async function spendSetupLink(db: Db, token: string, now: Date): Promise<boolean> {
  const { count } = await db.setupLink.updateMany({
    where: { tokenHash: hashToken(token), usedAt: null },
    data: { usedAt: now },
  })
  return count === 1
}
