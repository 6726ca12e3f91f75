import type { AlertNews } from '#lib/domain/alert.ts'
import type { AlertDeliveryView, AlertView } from '#lib/domain/alert-channel.ts'
import { composeAlert } from '#lib/domain/compose-alert.ts'
import type { Db } from './client.ts'

/** The newest alerts of a merchant with what came of each message. */
export async function listAlerts(db: Db, merchantId: string, limit: number): Promise<AlertView[]> {
  const rows = await db.$queryRaw<AlertRow[]>`
    SELECT alert.id, alert.created_at AS "createdAt",
      jsonb_build_object('topic', topic, 'turn', turn, 'facts', facts) AS news,
      coalesce((SELECT jsonb_agg(jsonb_build_object('recipient', d.recipient, 'status', d.status,
          'attemptCount', d.attempt_count, 'answer', d.answer, 'nextAttemptAt',
          to_char(d.next_attempt_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY d.id)
        FROM alert_delivery d WHERE d.alert_id = alert.id), '[]') AS deliveries
    FROM alert WHERE merchant_id = ${merchantId} ORDER BY id DESC LIMIT ${limit}`
  return rows.map(({ id, createdAt, news, deliveries }) => ({
    id,
    topic: news.topic,
    turn: news.turn,
    headline: composeAlert(news, 'UTC').headline,
    createdAt: createdAt.toISOString(),
    deliveries,
  }))
}

type AlertRow = {
  id: string
  createdAt: Date
  news: AlertNews
  deliveries: AlertDeliveryView[]
}

/** Removes what each merchant was told before its limit. */
export async function removeAlerts(
  db: Db,
  limits: readonly { merchantId: string; before: Date }[],
): Promise<number> {
  return db.$executeRaw`
    DELETE FROM alert USING unnest(${limits.map((limit) => limit.merchantId)}::text[],
      ${limits.map((limit) => limit.before)}::timestamptz[]) AS kept (merchant_id, before)
    WHERE alert.merchant_id = kept.merchant_id AND alert.created_at < kept.before`
}
