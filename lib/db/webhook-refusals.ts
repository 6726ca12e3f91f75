import { isTurnedAway, type WebhookRefusal } from '#lib/domain/webhook-refusal.ts'
import type { Db } from './client.ts'

/**
 * Counts a call of the webhook with wrong credentials, for a merchant that there
 * is. What was counted before the newest call that was right begins anew.
 */
export async function countWebhookRefusal(db: Db, merchantId: string, now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO webhook_refusal AS known (merchant_id, refused_count, first_refused_at, last_refused_at)
    SELECT id, 1, ${now}, ${now} FROM merchant WHERE id = ${merchantId}
    ON CONFLICT (merchant_id) DO UPDATE SET (refused_count, first_refused_at, last_refused_at) = (
      SELECT CASE WHEN is_over THEN 1 ELSE known.refused_count + 1 END,
             CASE WHEN is_over THEN excluded.first_refused_at ELSE known.first_refused_at END,
             excluded.last_refused_at
      FROM (SELECT EXISTS (
        SELECT FROM delivery WHERE merchant_id = ${merchantId} AND source = 'webhook'
          AND received_at > known.last_refused_at) AS is_over) standing)`
}

/** The webhook is being turned away: how often, since when, and when last; `null` while it is not. */
export async function findWebhookRefusal(
  db: Db,
  merchantId: string,
  { lastEventAt, now }: { lastEventAt: Date | null; now: Date },
): Promise<WebhookRefusal | null> {
  const refusal = await db.webhookRefusal.findUnique({
    where: { merchantId },
    select: { refusedCount: true, firstRefusedAt: true, lastRefusedAt: true },
  })
  return refusal !== null && isTurnedAway(refusal, { lastEventAt, now }) ? refusal : null
}
