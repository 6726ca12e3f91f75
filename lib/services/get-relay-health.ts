import { requireDeed } from '#lib/access-check.ts'
import { averageCalls } from '#lib/db/api-calls.ts'
import { countBacklog } from '#lib/db/backlog.ts'
import { findCircuit } from '#lib/db/circuits.ts'
import { type Db, prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { loadArrivals } from '#lib/db/delivery-rhythm.ts'
import { listRecentPolls } from '#lib/db/poll-log.ts'
import { findOldestWaiting, findWorkingSince } from '#lib/db/relay-health.ts'
import type { Access } from '#lib/domain/access.ts'
import { type BacklogLeft, type BacklogRate, backlogLeft } from '#lib/domain/backlog-left.ts'
import type { RelayHealth } from '#lib/domain/relay-health.ts'
import { judgeSilence } from '#lib/domain/silence.ts'
import { env } from '#lib/env.ts'

/** How the relay of the merchant's store is doing, on the side that is asked for; for the Overview. */
export async function getRelayHealth(
  access: Access,
  { isSandbox, now = new Date() }: { isSandbox: boolean; now?: Date },
): Promise<RelayHealth> {
  requireDeed(access, 'read')
  const { merchantId } = access
  const db = prisma()
  const [arrivals, oldestWaitingAt, workingSince, backlog, [lastPoll]] = await Promise.all([
    loadArrivals(db, merchantId),
    findOldestWaiting(db, { merchantId, isSandbox }),
    findWorkingSince(db, { merchantId, isSandbox }),
    isSandbox ? null : findBacklog(db, merchantId, now),
    listRecentPolls(db, merchantId, 1),
  ])
  return {
    storeSilence: judgeSilence(arrivals, now),
    workingSince: workingSince?.toISOString() ?? null,
    oldestWaitingAt: oldestWaitingAt?.toISOString() ?? null,
    backlog,
    lastPoll: lastPoll ?? null,
  }
}

/** A sale of a known product, before any has been told. */
const USUAL_CALLS = 3

/** While nobody answers, or the connection is paused, nothing goes out and no end is in sight. */
async function findBacklog(db: Db, merchantId: string, now: Date): Promise<BacklogLeft | null> {
  if ((await findCircuit(db, merchantId)).state !== 'draining') return null
  const connection = await findConnection(db, merchantId)
  if (connection === null || connection.pausedAt !== null) return null
  const count = await countBacklog(db, merchantId)
  if (count === 0) return null
  const calls = connection.way === 'rest' ? await callRate(db, merchantId) : null
  return backlogLeft(count, { messagesASecond: env.DRAIN_PER_SECOND, calls }, now)
}

async function callRate(db: Db, merchantId: string): Promise<BacklogRate['calls']> {
  const aMessage = (await averageCalls(db, merchantId)) ?? USUAL_CALLS
  return { aMinute: env.ONTRAPORT_API_CALLS_A_MINUTE, aMessage }
}
