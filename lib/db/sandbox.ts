import type { SandboxMessage, SandboxView } from '#lib/domain/sandbox.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import { lockedRows } from './locked-rows.ts'
import { readMessage } from './packed-columns.ts'
import { WAITS_FOR_LIVE } from './transmissions.ts'

/** Notes on what has not gone out to ONTRAPORT yet that it waits until the store is live again. */
export async function noteWaitingForLive(db: Db, merchantId: string): Promise<void> {
  const isToWait = Prisma.sql`t.merchant_id = ${merchantId} AND NOT t.is_sandbox
    AND t.status IN ('queued', 'retrying')`
  await db.$executeRaw`
    UPDATE transmission SET status = 'queued', next_attempt_at = NULL,
      reason_code = 'sandbox-on', reason = ${WAITS_FOR_LIVE}
    WHERE id IN ${lockedRows(isToWait)}`
}

/** Skips what the sandbox still had open of a connection that has left it, or of every such one; gives how many. */
export async function closeSandboxTransmissions(
  db: Db,
  merchantId: string | null,
): Promise<number> {
  const isOpen = Prisma.sql`(${merchantId}::text IS NULL OR t.merchant_id = ${merchantId})
    AND t.is_sandbox AND t.status IN ('held', 'queued', 'retrying', 'unconfirmed')
    AND EXISTS (SELECT FROM connection c WHERE c.merchant_id = t.merchant_id AND NOT c.is_sandbox)`
  return db.$executeRaw`
    UPDATE transmission SET status = 'skipped', next_attempt_at = NULL, finished_at = now(),
      reason_code = 'sandbox-left', reason = 'The sandbox was left before this was sent'
    WHERE id IN ${lockedRows(isOpen)}`
}

/** Whether anything of this merchant was ever handled outside the sandbox. */
export async function hasLiveStreams(db: Db, merchantId: string): Promise<boolean> {
  const found = await db.stream.findFirst({
    where: { merchantId, NOT: { kind: { startsWith: 'sandbox-' } } },
    select: { reference: true },
  })
  return found !== null
}

/** Where counting what waits stops. */
const WAITING_COUNT_LIMIT = 1_000

/** How much of each side has not gone out. */
export async function countWaiting(db: Db, merchantId: string): Promise<SandboxView['waiting']> {
  const [live, sandbox] = await Promise.all(
    [false, true].map((isSandbox) =>
      db.transmission.count({
        where: {
          merchantId,
          isSandbox,
          status: { in: ['held', 'queued', 'retrying', 'unconfirmed'] },
        },
        take: WAITING_COUNT_LIMIT,
      }),
    ),
  )
  return { live: live ?? 0, sandbox: sandbox ?? 0 }
}

/** What the sandbox received last, newest first, each as its bytes arrived. */
export async function listSandboxMessages(
  db: Db,
  merchantId: string,
  limit: number,
): Promise<SandboxMessage[]> {
  const rows = await db.$queryRaw<SandboxRecord[]>`
    SELECT t.id AS "transmissionId", a.number AS "attemptNumber", a.started_at AS "receivedAt",
      t.description, a.response_code AS "responseCode", a.response_body AS "responseBody",
      sent.request, sent.packed_request AS "packedRequest"
    FROM (SELECT id, description FROM transmission
          WHERE merchant_id = ${merchantId} AND is_sandbox AND attempt_count > 0
          ORDER BY id DESC LIMIT ${limit}) t
    JOIN attempt a ON a.transmission_id = t.id
    LEFT JOIN LATERAL (
      SELECT request, packed_request FROM attempt sent
      WHERE sent.transmission_id = t.id AND sent.number <= a.number
        AND (sent.request IS NOT NULL OR sent.packed_request IS NOT NULL)
      ORDER BY sent.number DESC LIMIT 1) sent ON true
    ORDER BY a.started_at DESC, t.id DESC LIMIT ${limit}`
  return rows.map(({ packedRequest, ...row }) => ({
    ...row,
    request: readMessage(packedRequest, row.request) ?? '',
    receivedAt: row.receivedAt.toISOString(),
  }))
}

type SandboxRecord = Omit<SandboxMessage, 'receivedAt' | 'request'> & {
  request: string | null
  receivedAt: Date
  packedRequest: Uint8Array | null
}
