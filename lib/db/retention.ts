import { DEFAULT_RETENTION, type Retention } from '#lib/domain/retention.ts'
import type { Db } from './client.ts'

/** What a merchant chose, else the defaults. */
export async function findRetention(db: Db, merchantId: string): Promise<Retention> {
  const row = await db.retention.findUnique({ where: { merchantId } })
  return row === null ? DEFAULT_RETENTION : { bodyDays: row.bodyDays, rowMonths: row.rowMonths }
}

export async function saveRetentionOf(
  db: Db,
  merchantId: string,
  retention: Retention,
): Promise<void> {
  await db.retention.upsert({
    where: { merchantId },
    create: { merchantId, ...retention },
    update: { ...retention, updatedAt: new Date() },
  })
}

/** Of every merchant of this installation. */
export async function loadRetentions(db: Db): Promise<(Retention & { merchantId: string })[]> {
  return db.$queryRaw`
    SELECT m.id AS "merchantId",
      coalesce(r.body_days, ${DEFAULT_RETENTION.bodyDays}::integer) AS "bodyDays",
      coalesce(r.row_months, ${DEFAULT_RETENTION.rowMonths}::integer) AS "rowMonths"
    FROM merchant m LEFT JOIN retention r ON r.merchant_id = m.id ORDER BY m.id`
}
