import type { AlertNews } from '#lib/domain/alert.ts'
import type { AlertChannelKind, AlertDeliveryStatus } from '#lib/domain/alert-channel.ts'
import { newId } from '#lib/ids.ts'
import type { AlertChannel } from './alert-channels.ts'
import type { Db } from './client.ts'

/** Writes an alert and a message to each of these channels, which is sent later; in the transaction of what it tells. */
export async function insertAlert(
  db: Db,
  { merchantId, news, now }: { merchantId: string; news: AlertNews; now: Date },
  channels: readonly AlertChannel[],
): Promise<void> {
  const alertId = newId()
  const { topic, turn, facts } = news
  await db.alert.create({ data: { id: alertId, merchantId, topic, turn, facts, createdAt: now } })
  await db.alertDelivery.createMany({
    data: channels.map((channel) => ({
      id: newId(),
      alertId,
      channelId: channel.id,
      recipient: channel.target,
      nextAttemptAt: now,
    })),
  })
}

/** A message whose turn has come, with what it is made of. */
export type DueDelivery = {
  id: string
  attemptCount: number
  news: AlertNews
  storeName: string
  timeZone: string
  channelId: string
  /** `null` once the channel was removed. */
  kind: AlertChannelKind | null
  address: string | null
}

/** How long a process has for sending what it took; then another takes it over. */
const LEASE_SECONDS = 120

/**
 * Takes messages that are due, oldest first, for this process alone. Of one
 * that dies before it notes the outcome, they come back when the lease ends.
 */
export async function takeDueDeliveries(db: Db, now: Date, limit: number): Promise<DueDelivery[]> {
  return db.$queryRaw`
    WITH taken AS (
      UPDATE alert_delivery SET attempt_count = attempt_count + 1,
        next_attempt_at = ${now}::timestamptz + make_interval(secs => ${LEASE_SECONDS})
      WHERE id IN (SELECT id FROM alert_delivery
        WHERE status = 'waiting' AND next_attempt_at <= ${now}
        ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING id, alert_id, channel_id, attempt_count)
    SELECT taken.id, taken.attempt_count AS "attemptCount", taken.channel_id AS "channelId",
      jsonb_build_object('topic', alert.topic, 'turn', alert.turn, 'facts', alert.facts) AS news,
      merchant.name AS "storeName", merchant.time_zone AS "timeZone", channel.kind, channel.address
    FROM taken JOIN alert ON alert.id = taken.alert_id JOIN merchant ON merchant.id = alert.merchant_id
    LEFT JOIN alert_channel channel ON channel.id = taken.channel_id
    ORDER BY taken.id`
}

/** What came of one try. */
export type DeliveryOutcome = {
  status: AlertDeliveryStatus
  answer: string
  /** For one that waits. */
  nextAttemptAt: Date | null
  now: Date
}

export async function noteDelivery(
  db: Db,
  id: string,
  { status, answer, nextAttemptAt, now }: DeliveryOutcome,
): Promise<void> {
  const finishedAt = status === 'waiting' ? null : now
  await db.alertDelivery.updateMany({
    where: { id, status: 'waiting' },
    data: { status, answer, nextAttemptAt, finishedAt },
  })
}
