import { type Circuit, type CircuitState, HEALTHY_CIRCUIT } from '#lib/domain/circuit.ts'
import { env } from '#lib/env.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import type { CircuitModel } from './generated/models/Circuit.ts'
import type { Sql } from './pipeline.ts'

/** Where messages go, as circuits tell it apart: another address of ONTRAPORT begins afresh. */
export function destination(): string {
  return new URL(env.ONTRAPORT_URL).origin
}

/** For a query with `transmission t`: nobody answers this merchant, and the row is not the one that is tried. */
export function isHeldBack(now: Date): Prisma.Sql {
  return Prisma.sql`(NOT t.is_sandbox AND EXISTS (
    SELECT FROM circuit WHERE circuit.merchant_id = t.merchant_id
      AND circuit.destination = ${destination()} AND circuit.state = 'open'
      AND (circuit.probe_id IS DISTINCT FROM t.id OR circuit.probe_until <= ${now})))`
}

/** For a query with `transmission t`: it piled up, and its portion has not come yet. */
export function isForLaterPortion(): Prisma.Sql {
  return Prisma.sql`(t.reason_code IS NOT DISTINCT FROM 'backlog' AND NOT t.is_sandbox AND EXISTS (
    SELECT FROM circuit WHERE circuit.merchant_id = t.merchant_id
      AND circuit.destination = ${destination()} AND circuit.state = 'draining'))`
}

/** For a query with `transmission t`: what piled up for this merchant goes out in portions, or will. */
export function isPaced(): Prisma.Sql {
  return Prisma.sql`(NOT t.is_sandbox AND EXISTS (
    SELECT FROM circuit WHERE circuit.merchant_id = t.merchant_id
      AND circuit.destination = ${destination()} AND circuit.state <> 'closed'))`
}

/** How a merchant's way to ONTRAPORT is doing. */
export async function findCircuit(db: Db, merchantId: string): Promise<Circuit> {
  const row = await db.circuit.findUnique({
    where: { merchantId_destination: { merchantId, destination: destination() } },
  })
  return row === null ? HEALTHY_CIRCUIT : toCircuit(row)
}

/** Makes the rows that are missing, so that they can be locked. */
export async function ensureCircuits(db: Sql, merchantIds: readonly string[]): Promise<void> {
  if (merchantIds.length === 0) return
  await db.$executeRaw`
    INSERT INTO circuit (merchant_id, destination)
    SELECT merchant_id, ${destination()} FROM unnest(${[...merchantIds].sort()}::text[]) AS given (merchant_id)
    ON CONFLICT DO NOTHING`
}

/** Locks these merchants' circuits until the transaction ends, always in one order; those that are well have none. */
export async function lockCircuits(
  db: Sql,
  merchantIds: readonly string[],
): Promise<Map<string, Circuit>> {
  const rows = await db.$queryRaw<CircuitModel[]>`
    SELECT ${COLUMNS} FROM circuit
    WHERE merchant_id = ANY(${[...merchantIds]}::text[]) AND destination = ${destination()}
    ORDER BY merchant_id COLLATE "C" FOR UPDATE`
  return new Map(rows.map((row) => [row.merchantId, toCircuit(row)]))
}

/** Locks a circuit that is due at this moment, unless another process has it in hand. */
export async function takeDueCircuit(
  db: Db,
  merchantId: string,
  now: Date,
): Promise<Circuit | null> {
  const [row] = await db.$queryRaw<CircuitModel[]>`
    SELECT ${COLUMNS} FROM circuit
    WHERE merchant_id = ${merchantId} AND destination = ${destination()} AND ${isDue(now)}
    FOR UPDATE SKIP LOCKED`
  return row === undefined ? null : toCircuit(row)
}

/** Merchants whose next probe or portion is due and whose connection may send. */
export async function listDueCircuits(db: Db, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ merchantId: string }[]>`
    SELECT circuit.merchant_id AS "merchantId" FROM circuit
    JOIN connection ON connection.merchant_id = circuit.merchant_id
    WHERE circuit.destination = ${destination()} AND ${isDue(now)}
      AND connection.paused_at IS NULL AND NOT connection.is_sandbox`
  return rows.map((row) => row.merchantId)
}

/** Keeps what a circuit is now; it must be locked. One that is well needs no row. */
export async function saveCircuit(db: Sql, merchantId: string, circuit: Circuit): Promise<void> {
  if (circuit.state === 'closed' && circuit.failureCount === 0) {
    await db.$executeRaw`
      DELETE FROM circuit WHERE merchant_id = ${merchantId} AND destination = ${destination()}`
    return
  }
  await db.$executeRaw`
    INSERT INTO circuit (merchant_id, destination, state, failure_count, failing_since, cooldown_step,
      next_at, probe_id, probe_until, reset_at)
    VALUES (${merchantId}, ${destination()}, ${circuit.state}, ${circuit.failureCount}::integer,
      ${circuit.failingSince}::timestamptz, ${circuit.cooldownStep}::integer, ${circuit.nextAt}::timestamptz,
      ${circuit.probeId}::uuid, ${circuit.probeUntil}::timestamptz, ${circuit.resetAt}::timestamptz)
    ON CONFLICT (merchant_id, destination) DO UPDATE SET
      state = excluded.state, failure_count = excluded.failure_count,
      failing_since = excluded.failing_since, cooldown_step = excluded.cooldown_step,
      next_at = excluded.next_at, probe_id = excluded.probe_id, probe_until = excluded.probe_until,
      reset_at = excluded.reset_at`
}

/** Circuits of an address that is no longer used hold nothing back; what waited for them goes out from here. */
export async function adoptForeignCircuits(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`
    WITH foreign_circuit AS (DELETE FROM circuit WHERE destination <> ${destination()} RETURNING merchant_id)
    INSERT INTO circuit (merchant_id, destination, state, next_at)
    SELECT DISTINCT merchant_id, ${destination()}, 'draining', ${now}::timestamptz FROM foreign_circuit
    ON CONFLICT DO NOTHING`
}

const COLUMNS = Prisma.sql`merchant_id AS "merchantId", destination, state,
  failure_count AS "failureCount", failing_since AS "failingSince", cooldown_step AS "cooldownStep",
  next_at AS "nextAt", probe_id AS "probeId", probe_until AS "probeUntil", reset_at AS "resetAt"`

function isDue(now: Date): Prisma.Sql {
  return Prisma.sql`(circuit.state <> 'closed' AND circuit.next_at <= ${now}
    AND (circuit.probe_until IS NULL OR circuit.probe_until <= ${now}))`
}

function toCircuit({ merchantId: _, destination: __, state, ...rest }: CircuitModel): Circuit {
  return { ...rest, state: readState(state) }
}

function readState(stored: string): CircuitState {
  return stored === 'open' || stored === 'draining' ? stored : 'closed'
}
