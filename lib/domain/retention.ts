/** How long a merchant keeps what came in and went out. */
export type Retention = {
  /** Raw deliveries, messages and answers, in days. */
  bodyDays: number
  /** Rows of the log, in months; whole ones, so the oldest goes once its month has passed. */
  rowMonths: number
}

export const DEFAULT_RETENTION: Retention = { bodyDays: 90, rowMonths: 24 }

export const RETENTION_BOUNDS = {
  bodyDays: { min: 7, max: 730 },
  rowMonths: { min: 3, max: 120 },
} as const

const SHORTEST_MONTH_DAYS = 28

/** What is wrong with a choice, in words for whoever made it; `null` when it is fine. */
export function checkRetention({ bodyDays, rowMonths }: Retention): string | null {
  if (!isWithin(bodyDays, RETENTION_BOUNDS.bodyDays))
    return `Keep texts for ${RETENTION_BOUNDS.bodyDays.min} to ${RETENTION_BOUNDS.bodyDays.max} days.`
  if (!isWithin(rowMonths, RETENTION_BOUNDS.rowMonths))
    return `Keep the log for ${RETENTION_BOUNDS.rowMonths.min} to ${RETENTION_BOUNDS.rowMonths.max} months.`
  return bodyDays > rowMonths * SHORTEST_MONTH_DAYS
    ? 'Texts cannot be kept longer than the rows of the log that they belong to.'
    : null
}

/** Whether something that is kept today would go. */
export function isShorter(next: Retention, today: Retention): boolean {
  return next.bodyDays < today.bodyDays || next.rowMonths < today.rowMonths
}

function isWithin(value: number, { min, max }: { min: number; max: number }): boolean {
  return Number.isInteger(value) && value >= min && value <= max
}

/** What is older than these goes, unless it still waits. */
export type RetentionLimits = { bodiesBefore: Date; rowsBefore: Date }

export function retentionLimits({ bodyDays, rowMonths }: Retention, now: Date): RetentionLimits {
  return {
    bodiesBefore: new Date(now.getTime() - bodyDays * 24 * 60 * 60_000),
    rowsBefore: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - rowMonths, 1)),
  }
}

/** That the texts of a transmission are no longer kept, and why. `at` is ISO 8601. */
export type RemovedTexts = { at: string; why: 'retention' | 'erased' }
