import type { TokenRow } from '#lib/domain/api-token.ts'
import { newId } from '#lib/ids.ts'
import { hashToken, hintOf } from '#lib/secrets.ts'
import type { Db } from './client.ts'

/** Keeps a token's hash, never the token. */
export async function insertToken(
  db: Db,
  { token, ...row }: { merchantId: string; name: string; madeBy: string; token: string },
): Promise<void> {
  await db.apiToken.create({
    data: { id: newId(), ...row, tokenHash: hashToken(token), hint: hintOf(token) },
  })
}

/** A merchant's tokens that work, the newest first. */
export async function loadTokens(db: Db, merchantId: string): Promise<TokenRow[]> {
  const rows = await db.apiToken.findMany({
    where: { merchantId, revokedAt: null },
    orderBy: { id: 'desc' },
  })
  return rows.map(({ id, name, hint, madeBy, createdAt, lastUsedAt }) => ({
    ...{ id, name, hint, madeBy },
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
}

export function countTokens(db: Db, merchantId: string): Promise<number> {
  return db.apiToken.count({ where: { merchantId, revokedAt: null } })
}

/** Ends a token; null when the merchant has none of this id that works. */
export async function revokeToken(
  db: Db,
  { merchantId, id, now }: { merchantId: string; id: string; now: Date },
): Promise<{ name: string; hint: string } | null> {
  const [revoked] = await db.apiToken.updateManyAndReturn({
    where: { id, merchantId, revokedAt: null },
    data: { revokedAt: now },
    select: { name: true, hint: true },
  })
  return revoked ?? null
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
