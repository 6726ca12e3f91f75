import { type Db, inTransaction } from '#lib/db/client.ts'
import { type Connection, loadPolicies } from '#lib/db/connections.ts'
import { insertDeliveries } from '#lib/db/deliveries.ts'
import { noteSoldItems, saveItemSnapshots } from '#lib/db/products.ts'
import { lockStreams, saveStreams } from '#lib/db/streams.ts'
import { insertTransmissions, reviseTransmissions } from '#lib/db/transmissions.ts'
import { streamKeyOf } from '#lib/domain/detect-changes.ts'
import type { ItemSnapshot, Snapshot } from '#lib/domain/snapshot.ts'
import type { StreamKey } from '#lib/domain/transmission.ts'
import { advanceStreams } from '#lib/queue/advance-streams.ts'
import { enqueueTransmissions } from '#lib/queue/boss.ts'
import type { ReadEvent } from '#lib/ultracart/read-delivery.ts'
import { type Comparison, compareDeliveries } from './compare-deliveries.ts'

export type Receipt = { accepted: number; unchanged: number; ignored: number }

/** A delivery that was read, with the connection it came in by. */
export type ReceivedDelivery = {
  id: string
  connection: Connection
  receivedAt: Date
  contentType: string
  bodyBytes: number
  body: Uint8Array
  events: ReadEvent[]
}

/**
 * Commits deliveries in one transaction: the raw bodies, what their snapshots
 * change in each stream, the transmissions and the jobs. All or nothing.
 */
export async function recordDeliveries(received: ReceivedDelivery[]): Promise<Receipt[]> {
  return inTransaction(async (db) => {
    const deliveries = await underPresentPolicy(db, received)
    const streams = await lockStreams(db, deliveries.flatMap(streamKeys))
    const comparison = compareDeliveries(deliveries, streams)
    await insertDeliveries(
      db,
      deliveries.map((delivery, index) => toRow(delivery, comparison.receipts[index])),
    )
    await saveItems(db, deliveries)
    await writeChanges(db, comparison)
    return comparison.receipts
  })
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
  const { added, revised, changedStreams, freshHeadIds, streamsToAdvance } = comparison
  await insertTransmissions(db, added)
  const { queuedIds } = await reviseTransmissions(db, revised)
  await saveStreams(db, changedStreams)
  const newlyQueued = new Set([
    ...added.filter((row) => row.status === 'queued').map((row) => row.id),
    ...queuedIds,
  ])
  await enqueueTransmissions(
    db,
    freshHeadIds.map((id) => ({ id, at: null })),
  )
  await advanceStreams(db, streamsToAdvance, newlyQueued)
}

async function saveItems(db: Db, deliveries: readonly ReceivedDelivery[]): Promise<void> {
  const items = snapshotsOf(deliveries).filter(isItem)
  await saveItemSnapshots(db, items)
  const byMerchant = Map.groupBy(deliveries, (delivery) => delivery.connection.merchantId)
  for (const merchantId of [...byMerchant.keys()].sort()) {
    const sold = snapshotsOf(byMerchant.get(merchantId) ?? []).flatMap((snapshot) =>
      snapshot.kind === 'order' ? (snapshot.items ?? []).filter(hasId) : [],
    )
    await noteSoldItems(db, merchantId, sold)
  }
}

function hasId(item: { itemId: string }): boolean {
  return item.itemId !== ''
}

function snapshotsOf(deliveries: readonly ReceivedDelivery[]): Snapshot[] {
  return deliveries.flatMap((delivery) =>
    delivery.events.flatMap((event) => (event.kind === 'snapshot' ? [event.snapshot] : [])),
  )
}

function streamKeys(delivery: ReceivedDelivery): StreamKey[] {
  return snapshotsOf([delivery])
    .filter((snapshot) => snapshot.kind !== 'item')
    .map((snapshot) => streamKeyOf(snapshot, delivery.connection.isSandbox))
}

function isItem(snapshot: Snapshot): snapshot is ItemSnapshot {
  return snapshot.kind === 'item'
}

function toRow(delivery: ReceivedDelivery, receipt: Receipt | undefined) {
  const { id, receivedAt, contentType, bodyBytes, body, connection } = delivery
  return {
    id,
    merchantId: connection.merchantId,
    receivedAt,
    contentType,
    bodyBytes,
    body,
    acceptedCount: receipt?.accepted ?? 0,
    unchangedCount: receipt?.unchanged ?? 0,
    ignoredCount: receipt?.ignored ?? 0,
    error: null,
  }
}
