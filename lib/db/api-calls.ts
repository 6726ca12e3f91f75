import type { Db } from './client.ts'

/** An attempt that is made of several calls. */
export type CallingAttempt = { id: string; number: number }

/**
 * Writes a call down before it leaves, and that the attempt goes on, so that the
 * sweep does not give it up; false when it was given up already.
 */
export async function beginCall(
  db: Db,
  { id, number }: CallingAttempt,
  call: { method: string; path: string; request: string | null; startedAt: string },
): Promise<boolean> {
  const count = await db.$executeRaw`
    WITH going AS (
      UPDATE transmission SET started_at = now()
      WHERE id = ${id}::uuid AND attempt_count = ${number} AND status = 'sending' RETURNING id)
    UPDATE attempt SET calls = coalesce(calls, '[]') || ${JSON.stringify([call])}::jsonb
    FROM going WHERE attempt.transmission_id = going.id AND attempt.number = ${number}`
  return count === 1
}

/** What came back of the call that was begun last. */
export type CallEnd = {
  finishedAt: string
  /** Why there was no answer. */
  reason: string | null
  responseCode: number | null
  responseHeaders: Record<string, string> | null
  responseBody: string | null
}

/** Completes the call that was begun last. */
export async function endCall(db: Db, { id, number }: CallingAttempt, end: CallEnd): Promise<void> {
  await db.$executeRaw`
    UPDATE attempt SET calls = jsonb_set(calls, ARRAY[(jsonb_array_length(calls) - 1)::text],
      calls -> -1 || ${JSON.stringify(end)}::jsonb)
    WHERE transmission_id = ${id}::uuid AND number = ${number} AND jsonb_array_length(calls) > 0`
}

const LOOKED_AT = 100

/** How many calls a message of this merchant took of late; `null` when none went by calls. */
export async function averageCalls(db: Db, merchantId: string): Promise<number | null> {
  const [row] = await db.$queryRaw<{ average: number | null }[]>`
    SELECT avg(jsonb_array_length(a.calls))::float8 AS average FROM (
      SELECT id FROM transmission WHERE merchant_id = ${merchantId} AND status = 'sent'
      ORDER BY id DESC LIMIT ${LOOKED_AT}
    ) t JOIN attempt a ON a.transmission_id = t.id WHERE jsonb_array_length(a.calls) > 0`
  return row?.average ?? null
}
