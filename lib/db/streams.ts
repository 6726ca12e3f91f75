import type { KnownState } from '#lib/domain/known-state.ts'
import type { StreamKey } from '#lib/domain/transmission.ts'
import { CollisionError } from './collisions.ts'
import { Prisma } from './generated/client.ts'
import { saveOrderFigures } from './order-figures.ts'
import { packJson, readJson } from './packed-columns.ts'
import type { Sql } from './pipeline.ts'

export type Stream = { key: StreamKey; known: KnownState | null }

/** One text for a key, for maps. */
export function streamName({ merchantId, kind, reference }: StreamKey): string {
  return JSON.stringify([merchantId, kind, reference])
}

/**
 * Locks streams until the transaction ends and returns what each knows, making
 * those that do not exist yet. All callers lock in one order, so that they
 * wait for each other and never in a circle.
 */
export async function openStreams(
  db: Sql,
  keys: readonly StreamKey[],
): Promise<Map<string, Stream>> {
  const { merchantIds, kinds, references } = keyColumns(inOrder(keys))
  await db.$executeRaw`
    INSERT INTO stream (merchant_id, kind, reference)
    SELECT * FROM unnest(${merchantIds}::text[], ${kinds}::text[], ${references}::text[])
    ON CONFLICT DO NOTHING`
  return openExistingStreams(db, keys)
}

/** The same, but streams that do not exist are left out. */
export async function openExistingStreams(
  db: Sql,
  keys: readonly StreamKey[],
): Promise<Map<string, Stream>> {
  const rows = await db.$queryRaw<(StreamKey & KnownColumns)[]>`
    SELECT merchant_id AS "merchantId", kind, reference, known_plain AS known, packed ${lockedStreams(keys)}`
  return new Map(
    rows.map(({ known, packed, ...key }) => [
      streamName(key),
      { key, known: readKnown({ known, packed }) },
    ]),
  )
}

/** What is known of an affiliate is looked into by SQL; all else is packed. */
type KnownColumns = { known: KnownState | object; packed: Uint8Array | null }

function readKnown({ known, packed }: KnownColumns): KnownState | null {
  return readJson(packed, 'kind' in known ? known : null)
}

function toColumns(streams: readonly Stream[]) {
  const isPacked = streams.map(({ known }) => known !== null && known.kind !== 'affiliate')
  return {
    ...keyColumns(streams.map((stream) => stream.key)),
    knowns: JSON.stringify(streams.map(({ known }, at) => (isPacked[at] ? {} : (known ?? {})))),
    packed: streams.map(({ known }, at) => (isPacked[at] ? packJson(known ?? {}) : null)),
  }
}

/** Locks streams that are known to exist, for those who do not ask what they know: that is long, and costs most of the look. */
export async function lockStreams(db: Sql, keys: readonly StreamKey[]): Promise<void> {
  await db.$executeRaw`SELECT 1 ${lockedStreams(keys)}`
}

function lockedStreams(keys: readonly StreamKey[]): Prisma.Sql {
  const { merchantIds, kinds, references } = keyColumns(inOrder(keys))
  return Prisma.sql`FROM stream
    WHERE (merchant_id, kind, reference) IN (
      SELECT * FROM unnest(${merchantIds}::text[], ${kinds}::text[], ${references}::text[]))
    ORDER BY merchant_id COLLATE "C", kind COLLATE "C", reference COLLATE "C"
    FOR UPDATE`
}

/** What a stream knows at this moment, without locking it; `null` when it is not known. */
export async function findKnown(db: Sql, key: StreamKey): Promise<KnownState | null> {
  const [row] = await db.$queryRaw<KnownColumns[]>`
    SELECT known_plain AS known, packed FROM stream
    WHERE merchant_id = ${key.merchantId} AND kind = ${key.kind} AND reference = ${key.reference}`
  return row === undefined ? null : readKnown(row)
}

/**
 * Makes streams with what they know. Who makes one of them at the same moment
 * is waited for, and then this transaction has to begin again and see it.
 */
export async function createStreams(db: Sql, streams: readonly Stream[]): Promise<void> {
  if (streams.length === 0) return
  const [count] = await Promise.all([insertStreams(db, streams), saveOrderFigures(db, streams)])
  if (count < streams.length) throw new CollisionError('A stream was made by another.')
}

async function insertStreams(db: Sql, streams: readonly Stream[]): Promise<number> {
  const sorted = streams.toSorted((left, right) => compareKeys(left.key, right.key))
  const { merchantIds, kinds, references, knowns, packed } = toColumns(sorted)
  return db.$executeRaw`
    INSERT INTO stream (merchant_id, kind, reference, packed, known_plain)
    SELECT merchant_id, kind, reference, decode(packed, 'base64'), known FROM ROWS FROM (
        unnest(${merchantIds}::text[], ${kinds}::text[], ${references}::text[], ${packed}::text[]),
        jsonb_array_elements(${knowns}::jsonb))
      AS given (merchant_id, kind, reference, packed, known)
    ON CONFLICT DO NOTHING`
}

/** Keeps what the streams know now, and the figures of the orders among them; they must be locked. */
export async function saveStreams(db: Sql, streams: readonly Stream[]): Promise<void> {
  if (streams.length === 0) return
  await Promise.all([updateStreams(db, streams), saveOrderFigures(db, streams)])
}

async function updateStreams(db: Sql, streams: readonly Stream[]): Promise<void> {
  const { merchantIds, kinds, references, knowns, packed } = toColumns(streams)
  await db.$executeRaw`
    UPDATE stream SET known_plain = given.known, packed = decode(given.packed, 'base64'), updated_at = now()
    FROM ROWS FROM (
        unnest(${merchantIds}::text[], ${kinds}::text[], ${references}::text[], ${packed}::text[]),
        jsonb_array_elements(${knowns}::jsonb))
      AS given (merchant_id, kind, reference, packed, known)
    WHERE stream.merchant_id = given.merchant_id AND stream.kind = given.kind
      AND stream.reference = given.reference`
}

function inOrder(keys: readonly StreamKey[]): StreamKey[] {
  const byName = new Map(keys.map((key) => [streamName(key), key]))
  return [...byName.values()].sort(compareKeys)
}

function compareKeys(left: StreamKey, right: StreamKey): number {
  return (
    compareText(left.merchantId, right.merchantId) ||
    compareText(left.kind, right.kind) ||
    compareText(left.reference, right.reference)
  )
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Keys as the columns that `unnest` takes side by side. */
export function keyColumns(keys: readonly StreamKey[]) {
  return {
    merchantIds: keys.map((key) => key.merchantId),
    kinds: keys.map((key) => key.kind),
    references: keys.map((key) => key.reference),
  }
}
