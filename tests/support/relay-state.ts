/** Makes the relay's world stand as it would at other times; imported once the environment is set. */
import { ensureCircuits, saveCircuit } from '#lib/db/circuits.ts'
import { prisma } from '#lib/db/client.ts'
import { HEALTHY_CIRCUIT } from '#lib/domain/circuit.ts'
import { enqueueTransmissions } from '#lib/queue/boss.ts'

const MERCHANT = 'DEMO'

/**
 * Waiting transmissions in streams of `perStream`, without jobs, as they stand
 * after a long silence. The body of each is `STREAM/POSITION`.
 */
export async function pileUp({ streams, perStream }: { streams: number; perStream: number }) {
  await prisma().$executeRaw`
    INSERT INTO stream (merchant_id, kind, reference)
    SELECT ${MERCHANT}, 'auto-order', 'A' || s FROM generate_series(1, ${streams}::integer) s`
  await prisma().$executeRaw`
    WITH made AS (
      INSERT INTO transmission (id, merchant_id, type, status, reason_code, description, stream_kind,
        reference, position, created_at)
      SELECT (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7000'
          || lpad(to_hex(p * ${streams}::integer + s), 16, '8'))::uuid,
        ${MERCHANT}, 'auto-order-status', 'queued', CASE WHEN p = 1 THEN 'backlog' END, 'piled up',
        'auto-order', 'A' || s, p, now()
      FROM generate_series(1, ${perStream}::integer) p, generate_series(1, ${streams}::integer) s
      RETURNING id, reference, position)
    INSERT INTO transmission_body (transmission_id, event, request, dialect)
    SELECT id, '{}', reference || '/' || position, 'test' FROM made`
}

/** A job for everything that is queued. */
export async function giveJobs(): Promise<void> {
  const rows = await prisma().transmission.findMany({
    where: { status: 'queued' },
    select: { id: true, merchantId: true, isHistory: true },
    orderBy: { id: 'asc' },
  })
  await enqueueTransmissions(
    prisma(),
    rows.map((row) => ({ ...row, at: null })),
  )
}

/** The circuit of a receiver that has not answered since then. */
export async function beSilentSince(since: Date): Promise<void> {
  await ensureCircuits(prisma(), [MERCHANT])
  await saveCircuit(prisma(), MERCHANT, {
    ...HEALTHY_CIRCUIT,
    state: 'open',
    failingSince: since,
    nextAt: since,
  })
}

/** A message of this length in place of the one that would be composed. */
export async function makeLong(id: string, length: number): Promise<void> {
  await prisma().transmissionBody.update({
    where: { transmissionId: id },
    data: { request: 'x'.repeat(length), dialect: 'test' },
  })
}

/** As if the time of every planned retry had come. */
export async function makeDue(): Promise<void> {
  await prisma().$executeRaw`
    UPDATE transmission SET next_attempt_at = now() WHERE status = 'retrying'`
}

export async function scheduleStep(id: string): Promise<number> {
  const row = await prisma().transmission.findUniqueOrThrow({ where: { id } })
  return row.scheduleStep
}

export async function auditActions(): Promise<string[]> {
  return (await prisma().auditEntry.findMany()).map((entry) => entry.action)
}

/** What the database holds when a process dies between its claim and its record. */
export async function abandonAttempt(): Promise<void> {
  await prisma().$executeRaw`
    UPDATE transmission SET status = 'sending', attempt_count = 1, started_at = now()`
  await prisma().$executeRaw`
    INSERT INTO attempt (transmission_id, number, trigger, started_at, url)
    SELECT id, 1, 'auto', now(), 'http://127.0.0.1' FROM transmission`
}

export async function loseJobs(): Promise<void> {
  await prisma().$executeRaw`DELETE FROM pgboss.job`
}
