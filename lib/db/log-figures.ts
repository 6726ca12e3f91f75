import type { DelayCount, LogCount } from '#lib/domain/log-figures.ts'
import type { TransmissionStatus, TransmissionType } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import { isCreatedWithin } from './log-filter.ts'
import { DELAY_BUCKET } from './log-hours.ts'

export type FiguresQuery = {
  merchantId: string
  isSandbox: boolean
  /** At least two moments, rising: the edges of the stretches to count. */
  edges: readonly Date[]
  type: TransmissionType | null
  statuses: readonly TransmissionStatus[]
}

/**
 * Counts what arrived between the edges: whole hours that have closed from
 * their counts; the rest, and hours with an edge in them, from the log.
 */
export async function countLog(
  db: Db,
  query: FiguresQuery,
): Promise<{ counts: LogCount[]; delays: DelayCount[] }> {
  const { edges } = query
  const rows = await db.$queryRaw<Row[]>`
    SELECT slot, type, status, bucket, sum(n)::integer AS count,
      grouping(bucket) = 1 AS "isCount"
    FROM (
      SELECT width_bucket(at, ${[...edges]}::timestamptz[]) - 1 AS slot, type, status,
        bucket, n FROM (${await countedRows(db, query)}) counted (at, type, status, bucket, n)
    ) placed
    GROUP BY GROUPING SETS ((slot, type, status), (bucket))`
  return {
    counts: rows.flatMap(({ isCount, slot, type, status, count }) =>
      isCount && slot !== null && type !== null && status !== null
        ? [{ slot, type, status, count }]
        : [],
    ),
    delays: rows.flatMap(({ isCount, bucket, count }) =>
      !isCount && bucket !== null && bucket >= 0 ? [{ bucket, count }] : [],
    ),
  }
}

type Row = {
  slot: number | null
  type: TransmissionType | null
  status: TransmissionStatus | null
  bucket: number | null
  count: number
  isCount: boolean
}

async function countedRows(db: Db, query: FiguresQuery): Promise<Prisma.Sql> {
  const from = query.edges.at(0) ?? new Date()
  const to = query.edges.at(-1) ?? from
  const first = ceilHour(from)
  const end = new Date(Math.min(floorHour(to).getTime(), (await countedUntil(db)).getTime()))
  const where = sharedConditions(query)
  if (first >= end) return rowsOfLog(where, [{ from, to }])
  const divided = dividedHours(query.edges, first, end)
  const outside = [{ from, to: first }, ...divided, { from: end, to }]
  return Prisma.sql`
    SELECT hour, type, status, delay_bucket, row_count FROM transmission_hour
    WHERE ${where} AND hour >= ${first} AND hour < ${end}
      AND hour <> ALL(${divided.map((hour) => hour.from)}::timestamptz[])
    UNION ALL ${rowsOfLog(where, outside)}`
}

type Stretch = { from: Date; to: Date }

/** An hour's count cannot be divided, so the rows of an hour with an edge in it are counted themselves. */
function dividedHours(edges: readonly Date[], first: Date, end: Date): Stretch[] {
  const inner = edges.filter((edge) => edge > first && edge < end && edge > floorHour(edge))
  const hours = new Set(inner.map((edge) => floorHour(edge).getTime()))
  return [...hours].map((hour) => ({ from: new Date(hour), to: new Date(hour + HOUR_MS) }))
}

function sharedConditions({ merchantId, isSandbox, type, statuses }: FiguresQuery): Prisma.Sql {
  const conditions = [
    Prisma.sql`merchant_id = ${merchantId} AND is_sandbox = ${isSandbox}`,
    ...(type === null ? [] : [Prisma.sql`type = ${type}`]),
    ...(statuses.length === 0 ? [] : [Prisma.sql`status = ANY(${[...statuses]}::text[])`]),
  ]
  return Prisma.join(conditions, ' AND ')
}

function rowsOfLog(where: Prisma.Sql, stretches: readonly Stretch[]): Prisma.Sql {
  const filled = stretches.filter(({ from, to }) => from < to)
  const [froms, tos] = [filled.map(({ from }) => from), filled.map(({ to }) => to)]
  return Prisma.sql`
    SELECT rows.* FROM unnest(${froms}::timestamptz[], ${tos}::timestamptz[]) stretch (begins, ends)
    CROSS JOIN LATERAL (
      SELECT created_at, type, status, ${DELAY_BUCKET}, 1 FROM transmission
      WHERE ${where} AND ${isCreatedWithin(Prisma.sql`begins`, Prisma.sql`ends`)}) rows`
}

async function countedUntil(db: Db): Promise<Date> {
  const progress = await db.transmissionHourProgress.findUnique({ where: { id: 1 } })
  return progress?.countedUntil ?? new Date(0)
}

const HOUR_MS = 60 * 60 * 1_000

function floorHour(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / HOUR_MS) * HOUR_MS)
}

function ceilHour(moment: Date): Date {
  return new Date(Math.ceil(moment.getTime() / HOUR_MS) * HOUR_MS)
}
