import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The bytes that are held on to: looked at after the garbage is gone, buffers outside the heap included. */
export function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const PIECES_A_LOOK = 10

/** Reads a body to its end: how many pieces and bytes it has, and the most that was held on to meanwhile. */
export async function drainBody(body: ReadableStream<Uint8Array> | null) {
  let [pieces, bytes, peak] = [0, 0, 0]
  for await (const piece of body ?? []) {
    pieces += 1
    bytes += piece.byteLength
    if (pieces % PIECES_A_LOOK === 0) peak = Math.max(peak, heapInUse())
  }
  return { pieces, bytes, peak }
}
