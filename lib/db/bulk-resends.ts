import type { BulkResendState, ResendMode } from '#lib/domain/bulk-resend.ts'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'

/** A run that sends many of one merchant's transmissions once more. */
export type BulkResendRow = {
  merchantId: string
  runId: string
  state: BulkResendState
  mode: ResendMode
  nonce: string
  startedBy: string
  startedAt: Date
  finishedAt: Date | null
  totalCount: number
  queuedCount: number
  leftOutCount: number
  nextPlace: number
  nextStepAt: Date
  message: string | null
}

const COLUMNS = Prisma.sql`
  merchant_id AS "merchantId", run_id AS "runId", state, mode, nonce, started_by AS "startedBy",
  started_at AS "startedAt", finished_at AS "finishedAt", total_count AS "totalCount",
  queued_count AS "queuedCount", left_out_count AS "leftOutCount", next_place AS "nextPlace",
  next_step_at AS "nextStepAt", message`

export async function findBulkResend(db: Db, merchantId: string): Promise<BulkResendRow | null> {
  const [run] = await db.$queryRaw<BulkResendRow[]>`
    SELECT ${COLUMNS} FROM bulk_resend WHERE merchant_id = ${merchantId}`
  return run ?? null
}

/** The run with its row locked until the transaction ends; `null` when it is not running. */
export async function lockRunningBulkResend(
  db: Db,
  merchantId: string,
): Promise<BulkResendRow | null> {
  const [run] = await db.$queryRaw<BulkResendRow[]>`
    SELECT ${COLUMNS} FROM bulk_resend
    WHERE merchant_id = ${merchantId} AND state = 'running' FOR UPDATE`
  return run ?? null
}

export type NewBulkResend = Pick<
  BulkResendRow,
  'merchantId' | 'runId' | 'mode' | 'nonce' | 'startedBy' | 'startedAt'
> & { filter: TransmissionFilter; totalCount: number; leftOutCount: number }

/** Begins a run in place of the last one, whose items go; false while one is running or paused. */
export async function beginBulkResend(db: Db, run: NewBulkResend): Promise<boolean> {
  const last = await findBulkResend(db, run.merchantId)
  const count = await db.$executeRaw`
    INSERT INTO bulk_resend (merchant_id, run_id, state, mode, nonce, filter, started_by, started_at,
      total_count, left_out_count, next_step_at)
    VALUES (${run.merchantId}, ${run.runId}::uuid, 'running', ${run.mode}, ${run.nonce},
      ${JSON.stringify(run.filter)}::jsonb, ${run.startedBy}, ${run.startedAt}, ${run.totalCount},
      ${run.leftOutCount}, ${run.startedAt})
    ON CONFLICT (merchant_id) DO UPDATE SET run_id = excluded.run_id, state = 'running',
      mode = excluded.mode, nonce = excluded.nonce, filter = excluded.filter,
      started_by = excluded.started_by, started_at = excluded.started_at, finished_at = NULL,
      total_count = excluded.total_count, queued_count = 0,
      left_out_count = excluded.left_out_count, next_place = 0,
      next_step_at = excluded.next_step_at, message = NULL
    WHERE bulk_resend.state NOT IN ('running', 'paused')`
  if (count !== 1) return false
  if (last !== null)
    await db.$executeRaw`DELETE FROM bulk_resend_item WHERE run_id = ${last.runId}::uuid`
  return true
}

export type BulkStep = {
  nextPlace: number
  queued: number
  leftOut: number
  nextStepAt: Date
  message: string | null
}

/** Notes a batch of a run whose row is locked; the run as it stands then comes back. */
export async function noteBulkStep(db: Db, runId: string, step: BulkStep): Promise<BulkResendRow> {
  const [run] = await db.$queryRaw<BulkResendRow[]>`
    UPDATE bulk_resend SET next_place = ${step.nextPlace}, next_step_at = ${step.nextStepAt},
      queued_count = queued_count + ${step.queued},
      left_out_count = left_out_count + ${step.leftOut}, message = ${step.message}
    WHERE run_id = ${runId}::uuid
    RETURNING ${COLUMNS}`
  if (run === undefined) throw new Error('A locked run is gone.')
  return run
}

/** Moves a run that is in one of these states on to another; `null` when it is in none of them. */
export async function moveBulkResend(
  db: Db,
  merchantId: string,
  { from, to, now }: { from: readonly BulkResendState[]; to: BulkResendState; now: Date },
): Promise<BulkResendRow | null> {
  const isOver = to === 'done' || to === 'cancelled'
  const [run] = await db.$queryRaw<BulkResendRow[]>`
    UPDATE bulk_resend SET state = ${to}, message = NULL, next_step_at = ${now},
      finished_at = ${isOver ? now : null}::timestamptz
    WHERE merchant_id = ${merchantId} AND state = ANY(${[...from]}::text[])
    RETURNING ${COLUMNS}`
  return run ?? null
}
