import type { LeftOut, LeftOutReason } from '#lib/domain/bulk-resend.ts'
import type { TransmissionStatus } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'

/** One transmission of a run, as it stood when the run began. */
export type BulkResendItem = { id: string; status: TransmissionStatus; attemptCount: number }

/** Keeps what a run is to send, in this order, and what it leaves out from the start, with the reason. */
export async function insertBulkResendItems(
  db: Db,
  runId: string,
  items: readonly (BulkResendItem & { outcome: LeftOutReason | null })[],
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO bulk_resend_item (run_id, place, transmission_id, status, attempt_count, outcome)
    SELECT ${runId}::uuid, place - 1, id, status, attempt_count, outcome
    FROM unnest(${items.map((item) => item.id)}::uuid[], ${items.map((item) => item.status)}::text[],
                ${items.map((item) => item.attemptCount)}::integer[],
                ${items.map((item) => item.outcome)}::text[])
      WITH ORDINALITY AS given (id, status, attempt_count, outcome, place)`
}

export type PlacedItem = BulkResendItem & { place: number }

/** The next of a run that have no outcome yet. */
export async function loadNextItems(
  db: Db,
  { runId, nextPlace, limit }: { runId: string; nextPlace: number; limit: number },
): Promise<PlacedItem[]> {
  return db.$queryRaw`
    SELECT transmission_id AS id, status, attempt_count AS "attemptCount", place
    FROM bulk_resend_item
    WHERE run_id = ${runId}::uuid AND place >= ${nextPlace} AND outcome IS NULL
    ORDER BY place LIMIT ${limit}`
}

/** What became of an item: put into the queue, or why not. */
export type ItemOutcome = { place: number; outcome: 'queued' | LeftOutReason }

export async function noteItemOutcomes(
  db: Db,
  runId: string,
  outcomes: readonly ItemOutcome[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE bulk_resend_item item SET outcome = given.outcome
    FROM unnest(${outcomes.map((one) => one.place)}::integer[],
                ${outcomes.map((one) => one.outcome)}::text[]) AS given (place, outcome)
    WHERE item.run_id = ${runId}::uuid AND item.place = given.place`
}

/** What a run left out so far, by reason. */
export async function countLeftOut(db: Db, runId: string): Promise<LeftOut[]> {
  return db.$queryRaw`
    SELECT outcome AS why, count(*)::integer AS count FROM bulk_resend_item
    WHERE run_id = ${runId}::uuid AND outcome <> 'queued'
    GROUP BY outcome ORDER BY count DESC, outcome`
}

/** How those stand now that a run has queued. */
export async function countStandings(
  db: Db,
  runId: string,
): Promise<{ status: TransmissionStatus; count: number }[]> {
  return db.$queryRaw`
    SELECT t.status, count(*)::integer AS count
    FROM bulk_resend_item item JOIN transmission t ON t.id = item.transmission_id
    WHERE item.run_id = ${runId}::uuid AND item.outcome = 'queued'
    GROUP BY t.status ORDER BY count DESC, t.status`
}
