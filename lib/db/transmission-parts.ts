import type { StoreEvent } from '#lib/domain/store-event.ts'
import type { AttemptView, CallView, LineView } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'
import { readJson, readMessage } from './packed-columns.ts'

/** The large parts of a transmission, which no list reads. */
export type TransmissionParts = {
  /** `null` when the body was dropped, and for a pixel. */
  event: StoreEvent | null
  /** The bytes to send next; `null` when they are still to be composed. */
  request: string | null
  lines: LineView[] | null
  attempts: AttemptView[]
  heldReason: string | null
  /** ISO 8601. */
  releasedAt: string | null
}

/** The body and the attempts of a transmission, whose owner the caller has checked. */
export async function loadTransmissionParts(db: Db, id: string): Promise<TransmissionParts> {
  const [body] = await db.$queryRaw<BodyRecord[]>`
    SELECT event, packed, request, lines, packed_lines AS "packedLines" FROM transmission_body WHERE transmission_id = ${id}::uuid`
  const attempts = await db.$queryRaw<AttemptRecord[]>`
    SELECT number, trigger, started_at AS "startedAt", finished_at AS "finishedAt", outcome, reason,
           url, response_code AS "responseCode", response_headers AS "responseHeaders",
           response_body AS "responseBody", is_truncated AS "isTruncated", request,
           packed_request AS "packedRequest", calls
    FROM attempt WHERE transmission_id = ${id}::uuid ORDER BY number`
  const [history] = await db.$queryRaw<{ heldReason: string | null; releasedAt: Date | null }[]>`
    SELECT held_reason AS "heldReason", released_at AS "releasedAt"
    FROM transmission WHERE id = ${id}::uuid`
  return {
    heldReason: history?.heldReason ?? null,
    releasedAt: history?.releasedAt?.toISOString() ?? null,
    event: body === undefined ? null : readJson(body.packed, body.event),
    request: body?.request ?? null,
    lines: body === undefined ? null : readJson(body.packedLines, body.lines),
    attempts: carryRequests(attempts.map(toAttemptView)),
  }
}

/** An attempt that sent the same text as the one before has none of its own in the database. */
function carryRequests(attempts: readonly AttemptView[]): AttemptView[] {
  let sent: string | null = null
  return attempts.map((attempt) => {
    sent = attempt.request ?? sent
    return { ...attempt, request: sent }
  })
}

type BodyRecord = {
  event: StoreEvent | null
  packed: Uint8Array | null
  request: string | null
  lines: LineView[] | null
  packedLines: Uint8Array | null
}

type AttemptRecord = Omit<AttemptView, 'startedAt' | 'finishedAt' | 'durationMs' | 'calls'> & {
  startedAt: Date
  finishedAt: Date | null
  packedRequest: Uint8Array | null
  calls: StoredCall[] | null
}

/** As `beginCall` and `endCall` write it: what follows `startedAt` is missing until it has ended. */
type StoredCall = Pick<CallView, 'method' | 'path' | 'request' | 'startedAt'> & Partial<CallView>

function toAttemptView({
  startedAt,
  finishedAt,
  calls,
  packedRequest,
  ...attempt
}: AttemptRecord): AttemptView {
  return {
    ...attempt,
    request: readMessage(packedRequest, attempt.request),
    calls: (calls ?? []).map((call) => ({ ...NOT_ENDED, ...call })),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    durationMs: finishedAt === null ? null : finishedAt.getTime() - startedAt.getTime(),
  }
}

const NOT_ENDED = {
  finishedAt: null,
  reason: null,
  responseCode: null,
  responseHeaders: null,
  responseBody: null,
}
