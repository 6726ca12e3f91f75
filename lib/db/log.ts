import type { RemovedTexts } from '#lib/domain/retention.ts'
import type {
  StreamKey,
  StreamKind,
  TransmissionFilter,
  TransmissionPage,
  TransmissionRow,
} from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'
import { isUuid, makeCursor, readCursor } from './cursors.ts'
import { Prisma } from './generated/client.ts'
import { filterConditions, timeConditions } from './log-filter.ts'
import { readSearch } from './log-search.ts'

/**
 * One page of a merchant's log, newest first. Reads only the small rows and
 * never counts. A search for words looks through a bounded stretch of the log
 * at a time: its page can be short, even empty, while `nextCursor` leads on.
 */
export async function listTransmissionRows(
  db: Db,
  merchantId: string,
  { filter, limit, cursor }: { filter: TransmissionFilter; limit: number; cursor: string | null },
): Promise<TransmissionPage> {
  const before = cursor === null ? null : readCursor(cursor, isUuid)
  const place = [
    Prisma.sql`merchant_id = ${merchantId}`,
    ...(before === null ? [] : [Prisma.sql`id < ${before}::uuid`]),
    ...timeConditions(filter),
  ]
  const search = await readSearch(db, { merchantId, place, words: filter.q ?? '' })
  const rows = await queryRows(db, {
    conditions: [...place, ...filterConditions(filter), ...search.conditions],
    statuses: filter.status,
    limit: limit + 1,
  })
  const transmissions = rows.slice(0, limit).map(toRow)
  const last = rows.length > limit ? transmissions.at(-1)?.id : search.stretchEnd
  return { transmissions, nextCursor: last == null ? null : makeCursor(last) }
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

type RowQuery = {
  conditions: Prisma.Sql[]
  statuses: TransmissionFilter['status']
  limit: number
}

/** Several statuses are walked side by side, each on its own index, so that a rare one is found without a scan. */
function queryRows(db: Db, { conditions, statuses = [], limit }: RowQuery): Promise<RowRecord[]> {
  const where = Prisma.join(conditions, ' AND ')
  const wanted = [...new Set(statuses)].map((status) => Prisma.sql` AND status = ${status}`)
  const walks = (wanted.length === 0 ? [Prisma.empty] : wanted).map(
    (isWanted) => Prisma.sql`
      (SELECT ${COLUMNS} FROM transmission WHERE ${where}${isWanted} ORDER BY id DESC LIMIT ${limit})`,
  )
  return db.$queryRaw`
    SELECT * FROM (${Prisma.join(walks, ' UNION ALL ')}) found ORDER BY id DESC LIMIT ${limit}`
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
