import { setTimeout as pause } from 'node:timers/promises'
import type {
  TurnResult,
  TurnToWait,
  UltraCartTurn,
  WaitReason,
} from '#lib/domain/ultracart-turn.ts'
import type { Db } from './client.ts'
import { inTransaction, prisma } from './client.ts'

/** What UltraCart allows by key and by address; an installation has one address. */
const CALLS_AN_HOUR = 1_000
const CALLS_A_DAY = 10_000
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Longer than any call lasts, so that the turn of a process that died comes back by itself. */
const TURN_MS = 90_000
const ASK_AGAIN_MS = 200

export type Turn = { kind: 'taken' } | TurnToWait

/**
 * Runs one call to UltraCart alone in the whole installation and within its
 * hourly and daily limits, or says how long to wait. A turn that only waits
 * for another call is asked for again for `patienceMs`. The turn is a lease
 * in the database rather than a lock, so no connection is held during the call.
 */
export async function inUltraCartTurn<Value>(
  call: () => Promise<Value>,
  { patienceMs = 0 }: { patienceMs?: number } = {},
): Promise<TurnResult<Value>> {
  const turn = await waitForTurn(Date.now() + patienceMs)
  if (turn.kind === 'wait') return turn
  try {
    return { kind: 'done', value: await call() }
  } finally {
    await releaseTurn(prisma())
  }
}

export const ultraCartTurn: UltraCartTurn = {
  take: inUltraCartTurn,
  hold: (until) => holdUltraCartCalls(prisma(), until),
}

async function waitForTurn(until: number): Promise<Turn> {
  for (;;) {
    const turn = await takeTurn(new Date())
    const isWorthWaiting = turn.kind === 'wait' && turn.why === 'another-call'
    if (!isWorthWaiting || Date.now() + ASK_AGAIN_MS > until) return turn
    await pause(ASK_AGAIN_MS)
  }
}

/** Takes the turn and counts the call, when nobody has it, nobody asked us to wait, and the limits allow it. */
export function takeTurn(now: Date): Promise<Turn> {
  return inTransaction(async (db) => {
    const [row] = await db.$queryRaw<{ busyUntil: Date; blockedUntil: Date }[]>`
      SELECT busy_until AS "busyUntil", blocked_until AS "blockedUntil"
      FROM ultracart_turn WHERE id = 1 FOR UPDATE`
    if (row === undefined) throw new Error('The row of ultracart_turn is gone.')
    if (row.busyUntil > now) return wait('another-call', row.busyUntil, now)
    if (row.blockedUntil > now) return wait('asked-to-wait', row.blockedUntil, now)
    const exhausted = await findExhausted(db, now)
    if (exhausted !== null) return exhausted
    await countCall(db, now)
    const busyUntil = new Date(now.getTime() + TURN_MS)
    await db.$executeRaw`UPDATE ultracart_turn SET busy_until = ${busyUntil} WHERE id = 1`
    return { kind: 'taken' }
  })
}

export async function releaseTurn(db: Db): Promise<void> {
  await db.$executeRaw`UPDATE ultracart_turn SET busy_until = 'epoch' WHERE id = 1`
}

/** Keeps everybody from calling until then: UltraCart asked for it. */
export async function holdUltraCartCalls(db: Db, until: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE ultracart_turn SET blocked_until = greatest(blocked_until, ${until}) WHERE id = 1`
}

/** Counted by the minute; a minute counts until all of it has left the hour or the day. */
async function findExhausted(db: Db, now: Date): Promise<Turn | null> {
  const hourAgo = new Date(now.getTime() - HOUR_MS - MINUTE_MS)
  const dayAgo = new Date(now.getTime() - DAY_MS - MINUTE_MS)
  const [used] = await db.$queryRaw<Usage[]>`
    SELECT coalesce(sum(call_count) FILTER (WHERE minute > ${hourAgo}), 0)::integer AS "hourCount",
           min(minute) FILTER (WHERE minute > ${hourAgo}) AS "hourStart",
           coalesce(sum(call_count), 0)::integer AS "dayCount", min(minute) AS "dayStart"
    FROM ultracart_call WHERE minute > ${dayAgo}`
  if (used === undefined) return null
  if (used.dayCount >= CALLS_A_DAY) return wait('daily-limit', after(used.dayStart, DAY_MS), now)
  if (used.hourCount >= CALLS_AN_HOUR)
    return wait('hourly-limit', after(used.hourStart, HOUR_MS), now)
  return null
}

type Usage = {
  hourCount: number
  hourStart: Date | null
  dayCount: number
  dayStart: Date | null
}

async function countCall(db: Db, now: Date): Promise<void> {
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS)
  await db.$executeRaw`
    INSERT INTO ultracart_call (minute, call_count) VALUES (${minute}, 1)
    ON CONFLICT (minute) DO UPDATE SET call_count = ultracart_call.call_count + 1`
  const dayAgo = new Date(now.getTime() - DAY_MS - 2 * MINUTE_MS)
  await db.$executeRaw`DELETE FROM ultracart_call WHERE minute < ${dayAgo}`
}

/** When the oldest counted minute leaves the window. */
function after(start: Date | null, windowMs: number): Date {
  return new Date((start?.getTime() ?? 0) + windowMs + MINUTE_MS)
}

function wait(why: WaitReason, until: Date, now: Date): Turn {
  return { kind: 'wait', why, waitMs: Math.max(1, until.getTime() - now.getTime()) }
}
