import { type Stream, streamName } from '#lib/db/streams.ts'
import type { NewTransmission, RevisedTransmission } from '#lib/db/transmissions.ts'
import type { Change, KnownState } from '#lib/domain/known-state.ts'
import type { StreamKey } from '#lib/domain/transmission.ts'
import { newId } from '#lib/ids.ts'
import type { DueTransmission } from '../boss.ts'
import type { ReceivedDelivery } from './received-delivery.ts'
import { transmissionFields } from './transmission-fields.ts'

/**
 * Gathers what snapshots change until it is written in one go. Several
 * snapshots of one order in a group see each other, so a transmission that is
 * added and revised in the same group is written once, as it ended.
 */
export class ChangeLedger {
  readonly #streams: ReadonlyMap<string, Stream>
  readonly #learned = new Map<string, Stream>()
  readonly #added = new Map<string, NewTransmission>()
  readonly #revised = new Map<string, RevisedTransmission>()

  constructor(streams: ReadonlyMap<string, Stream>) {
    this.#streams = streams
  }

  known(key: StreamKey): KnownState | null {
    const name = streamName(key)
    return (this.#learned.get(name) ?? this.#streams.get(name))?.known ?? null
  }

  learn(key: StreamKey, known: KnownState): void {
    this.#learned.set(streamName(key), { key, known })
  }

  note(key: StreamKey, change: Change, delivery: ReceivedDelivery): void {
    const fields = transmissionFields(key, change, delivery)
    if (change.kind === 'add') {
      const createdAt = delivery.receivedAt.toISOString()
      const { position } = change
      this.#added.set(place(key, position), { ...fields, id: newId(), createdAt, position })
      return
    }
    const from = place(key, change.position)
    const to = place(key, change.newPosition)
    const added = this.#added.get(from)
    if (added !== undefined) {
      this.#added.delete(from)
      this.#added.set(to, { ...added, ...fields, position: change.newPosition })
      return
    }
    const position = this.#revised.get(from)?.position ?? change.position
    this.#revised.delete(from)
    this.#revised.set(to, { ...fields, position, newPosition: change.newPosition })
  }

  result() {
    const added = [...this.#added.values()]
    const revised = [...this.#revised.values()]
    const queued = [...added, ...revised].filter((row) => row.status === 'queued')
    const isFresh = (row: StreamRow) => !this.#streams.get(streamName(keyOf(row)))?.known
    const stale = queued.filter((row) => !isFresh(row)).map((row) => keyOf(row))
    return {
      added,
      revised,
      changedStreams: [...this.#learned.values()],
      freshHeads: headsOf(added.filter((row) => row.status === 'queued' && isFresh(row))),
      streamsToAdvance: [...new Map(stale.map((key) => [streamName(key), key])).values()],
    }
  }
}

type StreamRow = Pick<NewTransmission, 'merchantId' | 'streamKind' | 'reference'>

function keyOf({ merchantId, streamKind, reference }: StreamRow): StreamKey {
  return { merchantId, kind: streamKind, reference }
}

function place(key: StreamKey, position: number): string {
  return `${streamName(key)}#${position}`
}

/** The first queued row of each stream. */
function headsOf(rows: readonly NewTransmission[]): DueTransmission[] {
  const heads = new Map<string, NewTransmission>()
  for (const row of rows) {
    const name = streamName(keyOf(row))
    const head = heads.get(name)
    if (head === undefined || row.position < head.position) heads.set(name, row)
  }
  return [...heads.values()].map(({ id, merchantId, nextAttemptAt, isHistory }) => ({
    id,
    merchantId,
    isHistory,
    at: nextAttemptAt === null ? null : new Date(nextAttemptAt),
  }))
}
