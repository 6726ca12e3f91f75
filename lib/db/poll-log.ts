import { describePoll, type ItemPoll, type RecentPoll } from '#lib/domain/item-feed.ts'
import type { ReasonCode } from '#lib/domain/transmission.ts'
import { newId } from '#lib/ids.ts'
import { type Db, inTransaction } from './client.ts'

/** A poll that is over, with what was asked and answered as far as it is kept. */
export type FinishedPoll = {
  merchantId: string
  poll: ItemPoll
  startedAt: Date
  finishedAt: Date
  /** The address without its key. */
  url: string
  /** The request's head, as text. */
  request: string
  responseHeaders: Record<string, string>
  /** The beginning of the answer. */
  responseBody: string
  isTruncated: boolean
  /** Why the poll was refused; `null` for one that was answered. */
  refusal: string | null
}

/** Writes a poll into the log, as one transmission with one attempt that is over already. */
export async function insertPoll(poll: FinishedPoll): Promise<void> {
  const id = newId()
  const end = endOf(poll)
  await inTransaction(async (db) => {
    await insertTransmission(db, id, poll, end)
    await db.$executeRaw`
      INSERT INTO transmission_body (transmission_id, event, lines)
      VALUES (${id}::uuid, ${JSON.stringify(poll.poll)}::jsonb, '[]')`
    await db.$executeRaw`
      INSERT INTO attempt (transmission_id, number, trigger, started_at, finished_at, outcome, reason,
        response_code, response_headers, response_body, is_truncated, url, request)
      VALUES (${id}::uuid, 1, 'auto', ${poll.startedAt}, ${poll.finishedAt},
        ${end.outcome}, ${end.reason}, ${poll.poll.status},
        ${JSON.stringify(poll.responseHeaders)}::jsonb, ${poll.responseBody}, ${poll.isTruncated},
        ${poll.url}, ${poll.request})`
  })
}

/** Polls form no stream, since none waits for another: each is named by its own moment. */
async function insertTransmission(
  db: Db,
  id: string,
  poll: FinishedPoll,
  end: PollEnd,
): Promise<void> {
  const { merchantId, startedAt, finishedAt } = poll
  const { status } = poll.poll
  await db.$executeRaw`
    INSERT INTO transmission (id, merchant_id, type, status, reason_code, reason, description,
      stream_kind, reference, position, response_code, attempt_count, created_at, started_at, finished_at)
    VALUES (${id}::uuid, ${merchantId}, 'item-fetch', ${end.code === null ? 'sent' : 'failed'},
      ${end.code}, ${end.reason}, ${describePoll(poll.poll)},
      'item-feed', ${startedAt.toISOString()}, 1, ${status}, 1, ${startedAt}, ${startedAt}, ${finishedAt})`
}

type PollEnd = {
  outcome: 'accepted' | 'refused' | 'unknown'
  code: ReasonCode | null
  reason: string | null
}

function endOf({ poll: { isComplete, itemCount }, refusal }: FinishedPoll): PollEnd {
  if (refusal !== null) return { outcome: 'refused', code: 'poll-refused', reason: refusal }
  if (isComplete) return { outcome: 'accepted', code: null, reason: null }
  const reason = `The caller hung up before the answer was complete, after ${itemCount} items. Its next poll starts anew.`
  return { outcome: 'unknown', code: 'poll-broken-off', reason }
}

/** The latest polls of a merchant's feed, newest first. */
export async function listRecentPolls(
  db: Db,
  merchantId: string,
  limit: number,
): Promise<RecentPoll[]> {
  const rows = await db.$queryRaw<(Omit<RecentPoll, 'at'> & { at: Date })[]>`
    SELECT id, created_at AS at, status = 'sent' AS "isComplete", response_code AS "responseCode",
           description
    FROM transmission WHERE merchant_id = ${merchantId} AND type = 'item-fetch'
    ORDER BY id DESC LIMIT ${limit}`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
