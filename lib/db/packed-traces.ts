import type { StreamKey, StreamKind } from '#lib/domain/transmission.ts'
import { unpackText } from '#lib/packed-text.ts'
import type { Db } from './client.ts'
import { FIRST_ID } from './remove-expired.ts'

type Search = { merchantId: string; pattern: string }

/** Packed texts of one row, and the stream that they belong to. */
type Packed = {
  kind: StreamKind
  reference: string
  packed: Uint8Array | null
  lines?: Uint8Array | null
}

const BATCH_SIZE = 500

/** The streams in whose packed states, events or messages a pattern is found: PostgreSQL cannot look into those. */
export async function findPackedTraces(
  db: Db,
  { merchantId, pattern }: Search,
): Promise<StreamKey[]> {
  const isFound = new RegExp(pattern, 'i')
  const found: StreamKey[] = []
  for (const walk of [walkStates, walkBodies, walkMessages])
    for await (const { kind, reference, packed, lines = null } of walk(db, merchantId))
      if ([packed, lines].some((text) => text !== null && isFound.test(String(unpackText(text)))))
        found.push({ merchantId, kind, reference })
  return found
}

function walkStates(db: Db, merchantId: string): AsyncGenerator<Packed> {
  return walk<Packed>(
    (after) => db.$queryRaw`
      SELECT kind, reference, packed FROM stream
      WHERE merchant_id = ${merchantId} AND packed IS NOT NULL
        AND (kind, reference) > (${after?.kind ?? ''}, ${after?.reference ?? ''})
      ORDER BY kind, reference LIMIT ${BATCH_SIZE}`,
  )
}

function walkBodies(db: Db, merchantId: string): AsyncGenerator<Packed> {
  return walk<Packed & { id: string }>(
    (after) => db.$queryRaw`
      SELECT t.id, t.stream_kind AS kind, t.reference, body.packed, body.packed_lines AS lines
      FROM transmission t JOIN transmission_body body ON body.transmission_id = t.id
      WHERE t.merchant_id = ${merchantId} AND t.id > ${after?.id ?? FIRST_ID}::uuid
        AND (body.packed IS NOT NULL OR body.packed_lines IS NOT NULL)
      ORDER BY t.id LIMIT ${BATCH_SIZE}`,
  )
}

function walkMessages(db: Db, merchantId: string): AsyncGenerator<Packed> {
  return walk<Packed & { id: string; number: number }>(
    (after) => db.$queryRaw`
      SELECT t.id, a.number, t.stream_kind AS kind, t.reference, a.packed_request AS packed
      FROM transmission t JOIN attempt a ON a.transmission_id = t.id
      WHERE t.merchant_id = ${merchantId} AND a.packed_request IS NOT NULL
        AND (t.id, a.number) > (${after?.id ?? FIRST_ID}::uuid, ${after?.number ?? 0}::integer)
      ORDER BY t.id, a.number LIMIT ${BATCH_SIZE}`,
  )
}

async function* walk<Row>(load: (after: Row | undefined) => Promise<Row[]>): AsyncGenerator<Row> {
  let batch: Row[] = []
  do {
    batch = await load(batch.at(-1))
    yield* batch
  } while (batch.length === BATCH_SIZE)
}
