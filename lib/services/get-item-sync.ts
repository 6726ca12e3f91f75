import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { findItemSync, type ItemSyncRow } from '#lib/db/item-syncs.ts'
import type { Access } from '#lib/domain/access.ts'
import type { ItemSyncPanel, ItemSyncView } from '#lib/domain/item-sync.ts'
import { hintOf } from '#lib/secrets.ts'

/** Where the sync of the merchant's items stands, for the Products screen. */
export async function getItemSync(access: Access): Promise<ItemSyncPanel> {
  requireDeed(access, 'read')
  const { merchantId } = access
  const [connection, run] = await Promise.all([
    findConnection(prisma(), merchantId),
    findItemSync(prisma(), merchantId),
  ])
  const simpleKey = connection?.simpleKey ?? null
  return {
    simpleKeyHint: simpleKey === null ? null : hintOf(simpleKey),
    sync: run === null ? null : toView(run),
    completeAsOf: run?.completeAsOf?.toISOString() ?? null,
  }
}

function toView(run: ItemSyncRow): ItemSyncView {
  const { state, seenCount, totalCount, faultyCount, firstFault, vanishedCount, message } = run
  const isWaiting = state === 'running' && message !== null
  return {
    state,
    changedSince: run.changedSince?.toISOString() ?? null,
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    seenCount,
    totalCount,
    faultyCount,
    firstFault,
    vanishedCount,
    message,
    nextCallAt: isWaiting ? run.nextCallAt.toISOString() : null,
  }
}
