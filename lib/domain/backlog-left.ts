/** What piled up and goes out a little at a time. */
export type BacklogLeft = {
  count: number
  /** When it will be through at the rate that is allowed; ISO 8601, UTC. */
  endsAt: string
}

export type BacklogRate = {
  /** Messages that one merchant's backlog gives up a second. */
  messagesASecond: number
  /** Calls that the account may make a minute, and how many a message takes; `null` where a message is one request. */
  calls: { aMinute: number; aMessage: number } | null
}

const SECOND_MS = 1_000

/** Says until when a backlog goes out: as fast as its portions come, or as its calls are allowed. */
export function backlogLeft(count: number, rate: BacklogRate, now: Date): BacklogLeft {
  const { messagesASecond, calls } = rate
  const byCalls = calls === null ? Number.POSITIVE_INFINITY : calls.aMinute / 60 / calls.aMessage
  const seconds = count / Math.min(messagesASecond, byCalls)
  return { count, endsAt: new Date(now.getTime() + seconds * SECOND_MS).toISOString() }
}
