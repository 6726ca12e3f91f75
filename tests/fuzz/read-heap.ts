import { setTimeout as wait } from 'node:timers/promises'

const PAUSE_MS = 250

/** The bytes of heap that the product uses, as its own metrics say; waits a moment first. */
export async function readHeap(url: string): Promise<number> {
  await wait(PAUSE_MS)
  const text = await (await fetch(`${url}/api/metrics`)).text()
  return Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(text)?.[1])
}
