import { Agent, type Dispatcher } from 'undici'

const CONNECT_TIMEOUT_MS = 10_000
/** A page of items with everything expanded has a few megabytes at the most. */
const MAX_RESPONSE_BYTES = 32 * 1024 * 1024

/** One kept-alive connection, since UltraCart allows one call at a time. Redirects are not followed. */
export function makeRestAgent({ maxResponseBytes = MAX_RESPONSE_BYTES } = {}): Dispatcher {
  return new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    connections: 1,
    pipelining: 1,
    allowH2: false,
    maxResponseSize: maxResponseBytes,
    // The deadline of the whole call is kept by the caller.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
}

let shared: Dispatcher | undefined

/** The process's one pool, made at its first use. */
export function restAgent(): Dispatcher {
  shared ??= makeRestAgent()
  return shared
}

/** Closes the pool once the call under way has ended. */
export async function closeRestAgent(): Promise<void> {
  const closing = shared
  shared = undefined
  await closing?.close()
}
