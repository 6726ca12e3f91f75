import type { ItemKey } from '#lib/db/products.ts'
import type { Stream } from '#lib/db/streams.ts'
import type { NewTransmission, RevisedTransmission } from '#lib/db/transmissions.ts'
import { detectChanges, type StreamSnapshot, streamKeyOf } from '#lib/domain/detect-changes.ts'
import type { StreamKey } from '#lib/domain/transmission.ts'
import type { DueTransmission } from '../boss.ts'
import { ChangeLedger } from './change-ledger.ts'
import type { Receipt, ReceivedDelivery } from './received-delivery.ts'

/** What a group of deliveries changes, and the answer to each. */
export type Comparison = {
  receipts: Receipt[]
  added: NewTransmission[]
  revised: RevisedTransmission[]
  changedStreams: Stream[]
  /** Heads of streams that had no transmission before: nothing stands in their way. */
  freshHeads: DueTransmission[]
  /** Streams with earlier transmissions, whose head has to be looked up. */
  streamsToAdvance: StreamKey[]
}

/**
 * Compares every snapshot with what its locked stream knows, in the order of
 * arrival. Items have no stream: they are compared as they are saved, and
 * `changedItems` are those of which something was new.
 */
export function compareDeliveries(
  deliveries: readonly ReceivedDelivery[],
  streams: ReadonlyMap<string, Stream>,
  changedItems: readonly ItemKey[],
): Comparison {
  const ledger = new ChangeLedger(streams)
  const freshItems = new Set(changedItems.map(nameOf))
  const receipts = deliveries.map((delivery) => {
    const receipt: Receipt = { accepted: 0, unchanged: 0, ignored: delivery.ignoredCount }
    for (const snapshot of delivery.snapshots)
      receipt[
        snapshot.kind === 'item'
          ? takeItem(snapshot, freshItems)
          : compareSnapshot(snapshot, delivery, ledger)
      ] += 1
    return receipt
  })
  return { receipts, ...ledger.result() }
}

/** Of several words of one item within a group the first counts as the news. */
function takeItem(item: ItemKey, freshItems: Set<string>): 'accepted' | 'unchanged' {
  return freshItems.delete(nameOf(item)) ? 'accepted' : 'unchanged'
}

function nameOf({ merchantId, itemId }: ItemKey): string {
  return `${merchantId} ${itemId}`
}

function compareSnapshot(
  snapshot: StreamSnapshot,
  delivery: ReceivedDelivery,
  ledger: ChangeLedger,
): 'accepted' | 'unchanged' {
  const { method, rules, isSandbox } = delivery.connection
  const key = streamKeyOf(snapshot, isSandbox)
  const before = ledger.known(key)
  const { known, changes } = detectChanges(before, snapshot, { method, rules })
  if (before === null || changes.length > 0 || !isSame(before, known)) ledger.learn(key, known)
  for (const change of changes) ledger.note(key, change, delivery)
  return changes.length > 0 ? 'accepted' : 'unchanged'
}

/** Both come from the same code and JSON, so equal states have equal texts apart from the order of keys. */
function isSame(left: object, right: object): boolean {
  return stableText(left) === stableText(right)
}

function stableText(value: object): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
