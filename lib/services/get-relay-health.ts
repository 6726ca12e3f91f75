import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadArrivals } from '#lib/db/delivery-rhythm.ts'
import { listRecentPolls } from '#lib/db/poll-log.ts'
import { findOldestWaiting, findWorkingSince } from '#lib/db/relay-health.ts'
import type { Access } from '#lib/domain/access.ts'
import type { RelayHealth } from '#lib/domain/relay-health.ts'
import { judgeSilence } from '#lib/domain/silence.ts'

/** How the relay of the merchant's store is doing, on the side that is asked for; for the Overview. */
export async function getRelayHealth(
  access: Access,
  { isSandbox, now = new Date() }: { isSandbox: boolean; now?: Date },
): Promise<RelayHealth> {
  requireDeed(access, 'read')
  const { merchantId } = access
  const db = prisma()
  const [arrivals, oldestWaitingAt, workingSince, [lastPoll]] = await Promise.all([
    loadArrivals(db, merchantId),
    findOldestWaiting(db, { merchantId, isSandbox }),
    findWorkingSince(db, { merchantId, isSandbox }),
    listRecentPolls(db, merchantId, 1),
  ])
  return {
    storeSilence: judgeSilence(arrivals, now),
    workingSince: workingSince?.toISOString() ?? null,
    oldestWaitingAt: oldestWaitingAt?.toISOString() ?? null,
    lastPoll: lastPoll ?? null,
  }
}
