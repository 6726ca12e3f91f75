import type { RemovedTexts } from '#lib/domain/retention.ts'
import type {
  StreamKey,
  StreamKind,
  TransmissionFilter,
  TransmissionPage,
  TransmissionRow,
} from '#lib/domain/transmission.ts'
import { madeAt } from '#lib/ids.ts'
import type { Db } from './client.ts'
import { isUuid, makeCursor, readCursor } from './cursors.ts'
import { Prisma } from './generated/client.ts'
import { filterConditions, sideConditions, timeConditions } from './log-filter.ts'
import { readSearch } from './log-search.ts'
import { chooseRoute, type Walk } from './log-walk.ts'

/** How many rows one look at the log goes through, when filters leave rows out on the way. */
const STRETCH_ROWS = 20_000
/** How many looks one page takes to find its rows: less than a second, also in a log of millions. */
const MOST_STRETCHES = 10

export type PageQuery = { filter: TransmissionFilter; limit: number; cursor: string | null }

/**
 * One page of a merchant's log, newest first. Reads only the small rows and
 * never counts. What no index finds is looked for in a bounded part of the log
 * at a time: its page can be short, even empty, while `nextCursor` leads on.
 */
export async function listTransmissionRows(
  db: Db,
  merchantId: string,
  { filter, limit, cursor }: PageQuery,
  mostStretches = MOST_STRETCHES,
): Promise<TransmissionPage> {
  const query = await readQuery(db, merchantId, filter)
  const records: RowRecord[] = []
  let end = cursor === null ? null : readCursor(cursor, isUuid)
  for (let looks = 0; looks < mostStretches && records.length <= limit; looks += 1) {
    const found = await readStretch(db, query, { before: end, limit: limit + 1 - records.length })
    records.push(...found.records)
    end = found.end
    if (end === null) break
  }
  const transmissions = records.slice(0, limit).map(toRow)
  const isFull = records.length > limit
  const last = isFull ? (transmissions.at(-1)?.id ?? null) : end
  return {
    transmissions,
    nextCursor: last === null ? null : makeCursor(last),
    searchedBackTo: last === null || isFull ? null : madeAt(last).toISOString(),
  }
}

type Stretch = {
  records: RowRecord[]
  /** Where it ended before the log did. */
  end: string | null
}

async function readStretch(
  db: Db,
  { walks, place, sieve, isLong }: LogQuery,
  { before, limit }: { before: string | null; limit: number },
): Promise<Stretch> {
  const bounded = before === null ? place : [...place, Prisma.sql`id < ${before}::uuid`]
  const end = isLong ? await findStretchEnd(db, walks, bounded) : null
  const conditions = end === null ? bounded : [...bounded, Prisma.sql`id >= ${end}::uuid`]
  const records = await queryRows(db, { walks, conditions: [...conditions, ...sieve], limit })
  return { records, end }
}

/** Ids of rows that this filter lets through and that are newer than `after`, newest first; for a look at what has arrived. */
export async function listNewerIds(
  db: Db,
  merchantId: string,
  { filter, after, limit }: { filter: TransmissionFilter; after: string; limit: number },
): Promise<string[]> {
  const { walks, place, sieve } = await readQuery(db, merchantId, filter)
  const conditions = [...place, Prisma.sql`id > ${after}::uuid`, ...sieve]
  const rows = await queryRows(db, { walks, conditions, limit })
  return rows.map(({ id }) => id)
}

/** Those of these rows that are this merchant's, in no order. */
export async function listRowsByIds(
  db: Db,
  merchantId: string,
  ids: readonly string[],
): Promise<TransmissionRow[]> {
  if (ids.length === 0) return []
  const records = await db.$queryRaw<RowRecord[]>`
    SELECT ${COLUMNS} FROM transmission
    WHERE id = ANY(${[...ids]}::uuid[]) AND merchant_id = ${merchantId}`
  return records.map(toRow)
}

type LogQuery = {
  walks: Walk[]
  /** Where in the log: whose, of which time and side. */
  place: Prisma.Sql[]
  /** What the walks do not see to by themselves. */
  sieve: Prisma.Sql[]
  /** So many rows may be left out on the way that a look has to stop somewhere. */
  isLong: boolean
}

async function readQuery(db: Db, merchantId: string, given: TransmissionFilter): Promise<LogQuery> {
  const { filter, conditions: words } = await readSearch(db, merchantId, given)
  const { walks, served, isShort } = chooseRoute(filter)
  const sieve = [...filterConditions(filter, served), ...words]
  const place = [
    Prisma.sql`merchant_id = ${merchantId}`,
    ...timeConditions(filter),
    ...sideConditions(filter),
  ]
  return { walks, place, sieve, isLong: sieve.length > 0 && !isShort }
}

/** What the detail needs beside the row. */
export type FoundTransmission = {
  row: TransmissionRow
  stream: StreamKey
  deliveryId: string | null
}

/** A transmission of this merchant; `null` for another's, an unknown one and for what is no id at all. */
export async function findTransmission(
  db: Db,
  merchantId: string,
  id: string,
): Promise<FoundTransmission | null> {
  if (!isUuid(id)) return null
  const [found] = await db.$queryRaw<
    (RowRecord & { streamKind: StreamKind; deliveryId: string | null })[]
  >`
    SELECT ${COLUMNS}, stream_kind AS "streamKind", delivery_id AS "deliveryId"
    FROM transmission WHERE id = ${id}::uuid AND merchant_id = ${merchantId}`
  if (found === undefined) return null
  const { streamKind, deliveryId, ...record } = found
  const stream = { merchantId, kind: streamKind, reference: record.reference }
  return { row: toRow(record), stream, deliveryId }
}

const NEIGHBOUR_LIMIT = 100

/** The other transmissions of a stream, in the order in which they must arrive; the first hundred. */
export async function listStreamNeighbours(
  db: Db,
  { merchantId, kind, reference }: StreamKey,
  exceptId: string,
): Promise<TransmissionRow[]> {
  const records = await db.$queryRaw<RowRecord[]>`
    SELECT ${COLUMNS} FROM transmission
    WHERE merchant_id = ${merchantId} AND stream_kind = ${kind} AND reference = ${reference}
      AND id <> ${exceptId}::uuid
    ORDER BY position, id LIMIT ${NEIGHBOUR_LIMIT}`
  return records.map(toRow)
}

type RowRecord = Omit<
  TransmissionRow,
  'amountCents' | 'createdAt' | 'finishedAt' | 'nextAttemptAt' | 'removed'
> & {
  removedAt: Date | null
  removedWhy: RemovedTexts['why'] | null
  amountMinor: bigint | null
  createdAt: Date
  finishedAt: Date | null
  nextAttemptAt: Date | null
}

const COLUMNS = Prisma.sql`
  id, type, status, reason, reason_code AS "reasonCode", description, reference, email,
  amount_minor AS "amountMinor", currency, response_code AS "responseCode",
  attempt_count AS "attemptCount", created_at AS "createdAt", finished_at AS "finishedAt",
  next_attempt_at AS "nextAttemptAt", is_sandbox AS "isSandbox",
  removed_at AS "removedAt", removed_why AS "removedWhy"`

type RowQuery = { walks: Walk[]; conditions: Prisma.Sql[]; limit: number }

/** The walks go side by side, each on its own index, and the newest rows of all are taken. */
function queryRows(db: Db, { walks, conditions, limit }: RowQuery): Promise<RowRecord[]> {
  const where = Prisma.join(conditions, ' AND ')
  const found = walks.map(
    ({ keys, condition }) => Prisma.sql`
      SELECT found.* FROM ${keys} CROSS JOIN LATERAL (
        SELECT ${COLUMNS} FROM transmission WHERE ${where} AND ${condition}
        ORDER BY id DESC LIMIT ${limit}) found`,
  )
  return db.$queryRaw`
    SELECT * FROM (${Prisma.join(found, ' UNION ALL ')}) found ORDER BY id DESC LIMIT ${limit}`
}

/** Where the first of the walks has seen its share of rows; `null` when none has so many. */
async function findStretchEnd(
  db: Db,
  walks: readonly Walk[],
  place: readonly Prisma.Sql[],
): Promise<string | null> {
  const where = Prisma.join([...place], ' AND ')
  const ends = walks.map(
    ({ keys, condition }) => Prisma.sql`
      SELECT last.id FROM ${keys} CROSS JOIN LATERAL (
        SELECT id FROM transmission WHERE ${where} AND ${condition}
        ORDER BY id DESC OFFSET ${STRETCH_ROWS - 1} LIMIT 1) last`,
  )
  const [end] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${Prisma.join(ends, ' UNION ALL ')}) ends ORDER BY id DESC LIMIT 1`
  return end?.id ?? null
}

function toRow({
  amountMinor,
  createdAt,
  finishedAt,
  nextAttemptAt,
  removedAt,
  removedWhy,
  ...row
}: RowRecord): TransmissionRow {
  return {
    ...row,
    amountCents: amountMinor === null ? null : Number(amountMinor),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    removed:
      removedAt === null || removedWhy === null
        ? null
        : { at: removedAt.toISOString(), why: removedWhy },
  }
}
