import type { Db } from './client.ts'

const DEFAULT_HOUR = 8

/** At what hour of the merchant's zone its digest is made. */
export async function findDigestHour(db: Db, merchantId: string): Promise<number> {
  const row = await db.alertSetting.findUnique({ where: { merchantId } })
  return row?.digestHour ?? DEFAULT_HOUR
}

/** Sets the hour of the digest and has the next one made for a day after `doneDay`; never two for one day. */
export async function saveDigestHour(
  db: Db,
  merchantId: string,
  { hour, doneDay }: { hour: number; doneDay: string },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO alert_setting (merchant_id, digest_hour, digest_day)
    VALUES (${merchantId}, ${hour}::integer, ${doneDay})
    ON CONFLICT (merchant_id) DO UPDATE SET digest_hour = ${hour}::integer,
      digest_day = greatest(alert_setting.digest_day, ${doneDay})`
}

/** A merchant whose alerts are due to be looked at. */
export type AlertWatch = {
  merchantId: string
  digestHour: number
  digestDay: string | null
}

/** Merchants with a channel whose turn has come, the one that waits longest first. */
export async function listDueWatches(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ merchantId: string }[]>`
    SELECT merchant_id AS "merchantId" FROM alert_setting
    WHERE next_check_at <= ${now}
      AND EXISTS (SELECT FROM alert_channel c WHERE c.merchant_id = alert_setting.merchant_id)
    ORDER BY next_check_at LIMIT ${limit}`
  return rows.map(({ merchantId }) => merchantId)
}

/** Locks a merchant's alerts until the transaction ends; `null` when another process has them, or has just looked. */
export async function takeWatch(
  db: Db,
  merchantId: string,
  { now, nextCheckAt }: { now: Date; nextCheckAt: Date },
): Promise<AlertWatch | null> {
  const [row] = await db.$queryRaw<AlertWatch[]>`
    UPDATE alert_setting SET next_check_at = ${nextCheckAt}
    WHERE merchant_id = (
      SELECT merchant_id FROM alert_setting
      WHERE merchant_id = ${merchantId} AND next_check_at <= ${now} FOR UPDATE SKIP LOCKED)
    RETURNING merchant_id AS "merchantId", digest_hour AS "digestHour", digest_day AS "digestDay"`
  return row ?? null
}

export async function noteDigest(db: Db, merchantId: string, day: string): Promise<void> {
  await db.alertSetting.update({ where: { merchantId }, data: { digestDay: day } })
}
