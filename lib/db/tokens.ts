import { newId } from '#lib/ids.ts'
import { hashToken, hintOf } from '#lib/secrets.ts'
import type { Db } from './client.ts'

/** Keeps a token's hash, never the token. */
export async function insertToken(
  db: Db,
  { merchantId, name, token }: { merchantId: string; name: string; token: string },
): Promise<void> {
  await db.apiToken.create({
    data: { id: newId(), merchantId, name, tokenHash: hashToken(token), hint: hintOf(token) },
  })
}

/** Whose token this is; null when it is unknown or revoked. */
export async function findTokenOwner(
  db: Db,
  token: string,
): Promise<{ tokenId: string; merchantId: string; name: string } | null> {
  const row = await db.apiToken.findUnique({ where: { tokenHash: hashToken(token) } })
  if (row === null || row.revokedAt !== null) return null
  return { tokenId: row.id, merchantId: row.merchantId, name: row.name }
}

const USE_NOTED_EVERY_MS = 60_000

/** Notes the use, at most once a minute, so that a busy script does not write on each call. */
export async function noteTokenUse(db: Db, tokenId: string, now: Date): Promise<void> {
  const stale = new Date(now.getTime() - USE_NOTED_EVERY_MS)
  await db.apiToken.updateMany({
    where: { id: tokenId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: stale } }] },
    data: { lastUsedAt: now },
  })
}
