import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const RANDOM_BYTES = 16
/** Asking the system for each id's bytes costs more than all else of it. */
const pool = new Uint8Array(RANDOM_BYTES * 256)
let used = pool.length

let lastMs = 0
let sequence = 0

/**
 * A new time-ordered id (UUID version 7, RFC 9562), greater than any that this
 * process made before; rows of the big tables are partitioned on it.
 */
export function newId(): string {
  const random = takeRandom()
  const now = Date.now()
  sequence = now > lastMs ? startSequence(random) : sequence + 1
  lastMs = Math.max(now, lastMs)
  return v7({ msecs: lastMs, seq: sequence, random })
}

function takeRandom(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += RANDOM_BYTES
  return pool.subarray(used - RANDOM_BYTES, used)
}

/** 31 bits of the 32 that there are: the rest leaves room to count on. */
function startSequence(random: Uint8Array): number {
  return new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1
}

/** When an id of ours was made, to the millisecond. */
export function madeAt(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
}
