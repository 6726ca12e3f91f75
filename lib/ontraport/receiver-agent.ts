import { Agent, type Dispatcher } from 'undici'
import { env } from '#lib/env.ts'
import { guardedConnector } from '#lib/outbound/guarded-connector.ts'

const CONNECT_TIMEOUT_MS = 5_000
/** How many messages can be on their way at once from one process. */
export const MAX_CONNECTIONS = 128
const MAX_HEADER_BYTES = 16 * 1024

/**
 * A pool of kept-alive connections to the receiver, which must be at a public
 * address or at the one that the operator set.
 */
export function makeReceiverAgent({
  connectTimeoutMs = CONNECT_TIMEOUT_MS,
  operatorUrl = env.ONTRAPORT_URL,
} = {}): Dispatcher {
  return new Agent({
    connect: guardedConnector({ connectTimeoutMs, operatorUrl }),
    connections: MAX_CONNECTIONS,
    maxHeaderSize: MAX_HEADER_BYTES,
    // One message a connection at a time: a cut connection then loses one answer, not several.
    pipelining: 1,
    allowH2: false,
    // The deadline of the whole call is kept by the sender.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
}

let shared: Dispatcher | undefined

/** The process's one pool, made at its first use. */
export function receiverAgent(): Dispatcher {
  shared ??= makeReceiverAgent()
  return shared
}

/** Closes the pool once the calls under way have ended. */
export async function closeReceiverAgent(): Promise<void> {
  const closing = shared
  shared = undefined
  await closing?.close()
}
