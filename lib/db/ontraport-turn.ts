import { setTimeout as wait } from 'node:timers/promises'
import { env } from '#lib/env.ts'
import type { Db } from './client.ts'

const MINUTE_MS = 60_000
/** Calls that may leave at once after a rest: an eighth of a minute's. */
const BURST_PART = 8

/** Longer waits are not spent here: the message waits in the queue. */
const LONGEST_WAIT_MS = 8_000

export type CallTurn = { kind: 'taken'; waitMs: number } | { kind: 'wait'; waitMs: number }

/**
 * Gives out the calls of an account, to all processes together, evenly and never
 * more in any minute than the limit and an eighth: with the default 150 a minute
 * at the most 169 of the 180 that ONTRAPORT allows. `taken` says how long to wait before calling; `wait` that
 * the turn is too far off, and none was taken. By the database's clock.
 */
export async function takeCallTurn(db: Db, account: string): Promise<CallTurn> {
  const { everyMs, burstMs } = pace()
  await db.$executeRaw`
    INSERT INTO ontraport_turn (account, taken_until) VALUES (${account}, 'epoch')
    ON CONFLICT DO NOTHING`
  const [turn] = await db.$queryRaw<{ waitMs: number; isTaken: boolean }[]>`
    WITH locked AS (
      SELECT account, greatest(taken_until, clock_timestamp()) AS from_then,
        extract(epoch FROM taken_until - clock_timestamp())::float8 * 1000 - ${burstMs}::float8 AS wait_ms
      FROM ontraport_turn WHERE account = ${account} FOR UPDATE),
    taken AS (
      UPDATE ontraport_turn SET taken_until = locked.from_then + ${everyMs}::float8 * interval '1 millisecond'
      FROM locked WHERE ontraport_turn.account = locked.account AND locked.wait_ms <= ${LONGEST_WAIT_MS}
      RETURNING 1)
    SELECT greatest(0, ceil(wait_ms))::integer AS "waitMs", EXISTS (SELECT FROM taken) AS "isTaken" FROM locked`
  if (turn === undefined) throw new Error('The row of ontraport_turn is gone.')
  return { kind: turn.isTaken ? 'taken' : 'wait', waitMs: turn.waitMs }
}

/** Takes a turn and waits for it here; says how long when it is too far off, and then none was taken. */
export async function awaitCallTurn(db: Db, account: string): Promise<CallTurn> {
  const turn = await takeCallTurn(db, account)
  if (turn.kind === 'taken') await wait(turn.waitMs)
  return turn
}

/** How many calls of an account could leave soon. */
export async function countFreeCalls(db: Db, account: string): Promise<number> {
  const { everyMs, burstMs } = pace()
  const [row] = await db.$queryRaw<{ aheadMs: number }[]>`
    SELECT extract(epoch FROM taken_until - clock_timestamp())::float8 * 1000 AS "aheadMs"
    FROM ontraport_turn WHERE account = ${account}`
  return Math.floor((burstMs + LONGEST_WAIT_MS / 2 - Math.max(0, row?.aheadMs ?? 0)) / everyMs)
}

/** Keeps everybody from calling an account for so long: ONTRAPORT asked for it. */
export async function holdCalls(db: Db, account: string, forMs: number): Promise<void> {
  const { burstMs } = pace()
  await db.$executeRaw`
    UPDATE ontraport_turn SET taken_until = greatest(taken_until,
      clock_timestamp() + (${forMs}::float8 + ${burstMs}::float8) * interval '1 millisecond')
    WHERE account = ${account}`
}

function pace(): { everyMs: number; burstMs: number } {
  const everyMs = MINUTE_MS / env.ONTRAPORT_API_CALLS_A_MINUTE
  return { everyMs, burstMs: MINUTE_MS / BURST_PART }
}
