import { hashToken, hintOf } from '#lib/secrets.ts'
import type { Db } from './client.ts'

/** True when one of these keys opens the feed of this merchant now. */
export async function isFeedKey(
  db: Db,
  { merchantId, keys, now }: { merchantId: string; keys: readonly string[]; now: Date },
): Promise<boolean> {
  const count = await db.feedKey.count({
    where: {
      merchantId,
      keyHash: { in: keys.map(hashToken) },
      OR: [{ validUntil: null }, { validUntil: { gt: now } }],
    },
  })
  return count > 0
}

/** Makes this the feed's key; the ones before stay valid until then, and those whose time is over are forgotten. */
export async function replaceFeedKey(
  db: Db,
  merchantId: string,
  { key, previousValidUntil, now }: { key: string; previousValidUntil: Date; now: Date },
): Promise<{ hadKey: boolean }> {
  await db.feedKey.deleteMany({ where: { merchantId, validUntil: { lte: now } } })
  const { count } = await db.feedKey.updateMany({
    where: { merchantId, validUntil: null },
    data: { validUntil: previousValidUntil },
  })
  await db.feedKey.create({
    data: { keyHash: hashToken(key), merchantId, hint: hintOf(key), createdAt: now },
  })
  return { hadKey: count > 0 }
}

export type FeedKeyView = {
  hint: string
  createdAt: Date
  /** When the key before ends; `null` when there is none or its time is over. */
  previousValidUntil: Date | null
}

/** What can still be said of the feed's keys; `null` before the first one is made. */
export async function findFeedKey(
  db: Db,
  merchantId: string,
  now: Date,
): Promise<FeedKeyView | null> {
  const rows = await db.feedKey.findMany({ where: { merchantId }, orderBy: { createdAt: 'desc' } })
  const current = rows.find((row) => row.validUntil === null)
  if (current === undefined) return null
  const [previous] = rows.flatMap(({ validUntil }) =>
    validUntil !== null && validUntil > now ? [validUntil] : [],
  )
  return {
    hint: current.hint,
    createdAt: current.createdAt,
    previousValidUntil: previous ?? null,
  }
}

/** Counts a poll with a wrong key; does nothing for a merchant that there is not. */
export async function countFeedRefusal(db: Db, merchantId: string, now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO feed_refusal (merchant_id, refused_count, last_refused_at)
    SELECT id, 1, ${now} FROM merchant WHERE id = ${merchantId}
    ON CONFLICT (merchant_id) DO UPDATE SET refused_count = feed_refusal.refused_count + 1,
      last_refused_at = excluded.last_refused_at`
}

export async function findFeedRefusals(
  db: Db,
  merchantId: string,
): Promise<{ refusedCount: number; lastRefusedAt: Date } | null> {
  return db.feedRefusal.findUnique({
    where: { merchantId },
    select: { refusedCount: true, lastRefusedAt: true },
  })
}
