import { Agent, type Dispatcher } from 'undici'
import { env } from '#lib/env.ts'
import { guardedConnector } from '#lib/outbound/guarded-connector.ts'

const CONNECT_TIMEOUT_MS = 10_000
/** A page of items with everything expanded has a few megabytes at the most. */
const MAX_RESPONSE_BYTES = 32 * 1024 * 1024

/**
 * One kept-alive connection, since UltraCart allows one call at a time, to a
 * public address or to the one that the operator set. Redirects are not followed.
 */
export function makeRestAgent({
  maxResponseBytes = MAX_RESPONSE_BYTES,
  operatorUrl = env.ULTRACART_URL,
} = {}): Dispatcher {
  return new Agent({
    connect: guardedConnector({ connectTimeoutMs: CONNECT_TIMEOUT_MS, operatorUrl }),
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
