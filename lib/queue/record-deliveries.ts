import { noteSeenAffiliates } from '#lib/db/affiliates.ts'
import type { Db } from '#lib/db/client.ts'
import { loadPolicies } from '#lib/db/connections.ts'
import { insertDeliveries, type NewDelivery } from '#lib/db/deliveries.ts'
import { type ItemKey, noteSoldItems, saveItemSnapshots } from '#lib/db/products.ts'
import { openStreams, saveStreams } from '#lib/db/streams.ts'
import {
  insertTransmissions,
  type NewTransmission,
  type RevisedTransmission,
  reviseTransmissions,
} from '#lib/db/transmissions.ts'
import { streamKeyOf } from '#lib/domain/detect-changes.ts'
import type { ItemSnapshot, OrderSnapshot, Snapshot } from '#lib/domain/snapshot.ts'
import type { StreamKey } from '#lib/domain/transmission.ts'
import { newId } from '#lib/ids.ts'
import { advanceStreams } from './advance-streams.ts'
import { enqueueTransmissions } from './boss.ts'
import { type Comparison, compareDeliveries } from './record-deliveries/compare-deliveries.ts'
import type { Receipt, ReceivedDelivery } from './record-deliveries/received-delivery.ts'

/**
 * Writes deliveries with the caller's transaction: the raw bodies, what their
 * snapshots change in each stream, the transmissions and the jobs. The one way
 * in, whoever brought the snapshots. Gives the receipt of each.
 */
export async function recordDeliveries(
  db: Db,
  received: readonly ReceivedDelivery[],
): Promise<Receipt[]> {
  const deliveries = await underPresentPolicy(db, received)
  const streams = await openStreams(db, deliveries.flatMap(streamKeys))
  const changedItems = await saveItems(db, deliveries)
  const comparison = compareDeliveries(deliveries, streams, changedItems)
  const rows = deliveries.map((delivery, index) => toRow(delivery, comparison.receipts[index]))
  await Promise.all([
    insertDeliveries(db, rows),
    noteAffiliates(db, deliveries),
    writeChanges(db, comparison),
  ])
  return comparison.receipts
}

/** The look at the connection that let a delivery in may be a second old; its rules and its side of the sandbox must not be. */
async function underPresentPolicy(
  db: Db,
  received: readonly ReceivedDelivery[],
): Promise<ReceivedDelivery[]> {
  const merchantIds = new Set(received.map(({ connection }) => connection.merchantId))
  const policies = await loadPolicies(db, [...merchantIds])
  return received.map(({ connection, ...delivery }) => ({
    ...delivery,
    connection: { ...connection, ...policies.get(connection.merchantId) },
  }))
}

async function writeChanges(db: Db, comparison: Comparison): Promise<void> {
  const { added, revised, changedStreams, freshHeads, streamsToAdvance } = comparison
  const [{ queuedIds, missing }] = await Promise.all([
    reviseTransmissions(db, revised),
    insertTransmissions(db, added),
    saveStreams(db, changedStreams),
    enqueueTransmissions(db, freshHeads),
  ])
  const again = missing.map(writtenAnew)
  await insertTransmissions(db, again)
  const newlyQueued = new Set([
    ...[...added, ...again].filter((row) => row.status === 'queued').map((row) => row.id),
    ...queuedIds,
  ])
  await advanceStreams(db, streamsToAdvance, newlyQueued)
}

/** Its row was kept as long as the merchant wants; what is due now has to stand in the log all the same. */
function writtenAnew({ newPosition, ...row }: RevisedTransmission): NewTransmission {
  return { ...row, id: newId(), createdAt: new Date().toISOString(), position: newPosition }
}

/** Gives the items of which UltraCart said something new. */
async function saveItems(db: Db, deliveries: readonly ReceivedDelivery[]): Promise<ItemKey[]> {
  const items = deliveries.flatMap((delivery) => delivery.snapshots).filter(isItem)
  const changed = await saveItemSnapshots(db, items)
  const byMerchant = Map.groupBy(deliveries, (delivery) => delivery.connection.merchantId)
  for (const merchantId of [...byMerchant.keys()].sort()) {
    const sold = ordersIn(byMerchant.get(merchantId) ?? []).flatMap((order) =>
      (order.items ?? []).filter(hasId),
    )
    await noteSoldItems(db, merchantId, sold)
  }
  return changed
}

function hasId(item: { itemId: string }): boolean {
  return item.itemId !== ''
}

/** An affiliate that made a sale and that nobody told of is known by its number at least. */
async function noteAffiliates(db: Db, deliveries: readonly ReceivedDelivery[]): Promise<void> {
  const orders = ordersIn(deliveries.filter((delivery) => !delivery.connection.isSandbox))
  await noteSeenAffiliates(
    db,
    orders.flatMap(({ merchantId, orderId, affiliates }) =>
      (affiliates ?? [])
        .slice(0, 1)
        .map(({ affiliateId }) => ({ merchantId, affiliateId, orderId })),
    ),
  )
}

function ordersIn(deliveries: readonly ReceivedDelivery[]): OrderSnapshot[] {
  return deliveries
    .flatMap((delivery) => delivery.snapshots)
    .filter((snapshot) => snapshot.kind === 'order')
}

function streamKeys({ snapshots, connection }: ReceivedDelivery): StreamKey[] {
  return snapshots
    .filter((snapshot) => snapshot.kind !== 'item')
    .map((snapshot) => streamKeyOf(snapshot, connection.isSandbox))
}

function isItem(snapshot: Snapshot): snapshot is ItemSnapshot {
  return snapshot.kind === 'item'
}

function toRow(delivery: ReceivedDelivery, receipt: Receipt | undefined): NewDelivery {
  const { connection, snapshots: _, ignoredCount: __, ...envelope } = delivery
  return {
    ...envelope,
    merchantId: connection.merchantId,
    acceptedCount: receipt?.accepted ?? 0,
    unchangedCount: receipt?.unchanged ?? 0,
    ignoredCount: receipt?.ignored ?? 0,
    error: null,
  }
}
