import { removeAlerts } from '#lib/db/alert-history.ts'
import { prisma } from '#lib/db/client.ts'
import { claimDailyRun, finishDailyRun } from '#lib/db/daily-runs.ts'
import { dropEmptyMonths, dropLogMonths } from '#lib/db/drop-months.ts'
import {
  type Batch,
  FIRST_ID,
  type Limit,
  removeBodies,
  removeDeliveries,
  removeRows,
} from '#lib/db/remove-expired.ts'
import { loadRetentions } from '#lib/db/retention.ts'
import { type RetentionLimits, retentionLimits } from '#lib/domain/retention.ts'
import { logger } from '#lib/logger.ts'

export type Removal = {
  /** Months of the log that went as whole tables. */
  droppedMonths: string[]
  bodyCount: number
  deliveryCount: number
  rowCount: number
}

/**
 * Removes what each merchant no longer keeps, once a day and in one process of
 * all; `null` when it is not due. Bodies go by the day, rows by the month: a
 * month that no merchant keeps is dropped whole, others are emptied in small
 * batches. What still waits stays, and so does what the streams remember. `stop`
 * ends it between two batches; the next run goes on.
 */
export async function removeExpired(
  now: Date,
  stop: AbortSignal = new AbortController().signal,
): Promise<Removal | null> {
  if (!(await claimDailyRun(prisma(), 'retention', now))) return null
  const limits = (await loadRetentions(prisma())).map(({ merchantId, ...retention }) => ({
    merchantId,
    ...retentionLimits(retention, now),
  }))
  const removal = await removeBy(limits, now, stop)
  if (!stop.aborted) await finishDailyRun(prisma(), 'retention', now)
  logger.info(removal, 'retention.finished')
  return removal
}

type MerchantLimits = RetentionLimits & { merchantId: string }

async function removeBy(
  limits: readonly MerchantLimits[],
  now: Date,
  stop: AbortSignal,
): Promise<Removal> {
  if (limits.length === 0) return { droppedMonths: [], bodyCount: 0, deliveryCount: 0, rowCount: 0 }
  const rows = limits.map(({ merchantId, rowsBefore: before }) => ({ merchantId, before }))
  const bodies = limits.map(({ merchantId, bodiesBefore: before }) => ({ merchantId, before }))
  const droppedMonths = await dropLogMonths(earliest(rows))
  const rowCount = await walk((after) => removeRows(prisma(), rows, { after }), stop)
  const bodyCount = await walk((after) => removeBodies(prisma(), bodies, { after, now }), stop)
  const deliveryCount = await walk((after) => removeDeliveries(prisma(), bodies, { after }), stop)
  await dropEmptyMonths(earliest(bodies))
  await removeAlerts(prisma(), bodies)
  return { droppedMonths, bodyCount, deliveryCount, rowCount }
}

function earliest(limits: readonly Limit[]): Date {
  return new Date(Math.min(...limits.map(({ before }) => before.getTime())))
}

async function walk(remove: (after: string) => Promise<Batch>, stop: AbortSignal): Promise<number> {
  let count = 0
  let after = FIRST_ID
  while (!stop.aborted) {
    const batch = await remove(after)
    if (batch.count === 0) break
    count += batch.count
    after = batch.lastId
  }
  return count
}
