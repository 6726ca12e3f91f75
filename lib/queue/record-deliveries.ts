import { noteSeenAffiliates } from '#lib/db/affiliates.ts'
import { loadPolicies } from '#lib/db/connections.ts'
import { insertDeliveries, type NewDelivery } from '#lib/db/deliveries.ts'
import type { Sql } from '#lib/db/pipeline.ts'
import { type ItemKey, noteSoldItems, saveItemSnapshots } from '#lib/db/products.ts'
import {
  createStreams,
  openExistingStreams,
  type Stream,
  saveStreams,
  streamName,
} from '#lib/db/streams.ts'
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
  db: Sql,
  received: readonly ReceivedDelivery[],
): Promise<Receipt[]> {
  const { deliveries, streams } = await openAll(db, received)
  const changedItems = await saveItems(db, deliveries)
  const comparison = compareDeliveries(deliveries, streams, changedItems)
  const rows = deliveries.map((delivery, index) => toRow(delivery, comparison.receipts[index]))
  await Promise.all([
    noteSold(db, deliveries),
    insertDeliveries(db, rows),
    noteAffiliates(db, deliveries),
    writeChanges(db, comparison, streams),
  ])
  return comparison.receipts
}

/**
 * The deliveries under the policies of this moment, and their streams, locked.
 * The look at the connection that let a delivery in may be a second old; its
 * rules and its side of the sandbox must not be. Both are asked for at once, and
 * streams of the other side once more when a store has just changed sides.
 */
async function openAll(
  db: Sql,
  received: readonly ReceivedDelivery[],
): Promise<{ deliveries: ReceivedDelivery[]; streams: Map<string, Stream> }> {
  const merchantIds = new Set(received.map(({ connection }) => connection.merchantId))
  const guessed = received.flatMap(streamKeys)
  const [policies, streams] = await Promise.all([
    loadPolicies(db, [...merchantIds]),
    openExistingStreams(db, guessed),
  ])
  const deliveries = received.map(({ connection, ...delivery }) => ({
    ...delivery,
    connection: { ...connection, ...policies.get(connection.merchantId) },
  }))
  const names = new Set(guessed.map(streamName))
  const missed = deliveries.flatMap(streamKeys).filter((key) => !names.has(streamName(key)))
  const others = missed.length === 0 ? [] : await openExistingStreams(db, missed)
  return { deliveries, streams: new Map([...streams, ...others]) }
}

async function writeChanges(
  db: Sql,
  comparison: Comparison,
  streams: ReadonlyMap<string, Stream>,
): Promise<void> {
  const { added, revised, changedStreams, freshHeads, streamsToAdvance } = comparison
  const isThere = ({ key }: Stream): boolean => streams.has(streamName(key))
  const [{ queuedIds, missing }] = await Promise.all([
    reviseTransmissions(db, revised),
    createStreams(
      db,
      changedStreams.filter((stream) => !isThere(stream)),
    ),
    saveStreams(db, changedStreams.filter(isThere)),
    insertTransmissions(db, added),
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
async function saveItems(db: Sql, deliveries: readonly ReceivedDelivery[]): Promise<ItemKey[]> {
  const items = deliveries.flatMap((delivery) => delivery.snapshots).filter(isItem)
  return saveItemSnapshots(db, items)
}

/** Remembers which items were sold. */
async function noteSold(db: Sql, deliveries: readonly ReceivedDelivery[]): Promise<void> {
  const byMerchant = Map.groupBy(deliveries, (delivery) => delivery.connection.merchantId)
  for (const merchantId of [...byMerchant.keys()].sort()) {
    const sold = ordersIn(byMerchant.get(merchantId) ?? []).flatMap((order) =>
      (order.items ?? []).filter(hasId),
    )
    await noteSoldItems(db, merchantId, sold)
  }
}

function hasId(item: { itemId: string }): boolean {
  return item.itemId !== ''
}

/** An affiliate that made a sale and that nobody told of is known by its number at least. */
async function noteAffiliates(db: Sql, deliveries: readonly ReceivedDelivery[]): Promise<void> {
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
