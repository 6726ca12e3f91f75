import type { Json, JsonObject } from '../build-order.ts'

/** A call as it arrived. */
export type ReceivedCall = {
  method: string
  path: string
  query: Record<string, string>
  key: string
  body: JsonObject | null
}

export type Answer = { status: number; body: Json; headers?: Record<string, string> }

export function refusal(status: number, message: string): Answer {
  const error = { developer_message: message, user_message: message }
  return { status, body: { error, metadata: {} } }
}

/** One page of a list, with the place of it as the API gives it. */
export function pageOf(
  name: string,
  wanted: readonly JsonObject[],
  query: Record<string, string>,
  { maxLimit, give = (one) => one }: { maxLimit: number; give?: (one: JsonObject) => JsonObject },
): Answer {
  const limit = Number(query._limit ?? 100)
  if (limit > maxLimit) return refusal(400, `_limit may not exceed ${maxLimit}`)
  const offset = Number(query._offset ?? 0)
  const page = wanted.slice(offset, offset + limit)
  const resultSet = {
    count: page.length,
    limit,
    more: offset + page.length < wanted.length,
    next_offset: offset + page.length,
    offset,
    total_records: wanted.length,
  }
  return {
    status: 200,
    body: {
      [name]: page.map(give),
      metadata: { payload_name: name, result_set: resultSet },
      success: true,
    },
  }
}
