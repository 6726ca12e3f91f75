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

/** One pool for each address that the operator set. */
const pools = new Map<string, Dispatcher>()

/** The process's pool for the receiver, made at its first use. */
export function receiverAgent(): Dispatcher {
  return agentFor(env.ONTRAPORT_URL)
}

/** The same for another of ONTRAPORT's addresses. */
export function agentFor(operatorUrl: string): Dispatcher {
  const pool = pools.get(operatorUrl) ?? makeReceiverAgent({ operatorUrl })
  pools.set(operatorUrl, pool)
  return pool
}

/** Closes the pools once the calls under way have ended. */
export async function closeReceiverAgent(): Promise<void> {
  const closing = [...pools.values()]
  pools.clear()
  await Promise.all(closing.map((pool) => pool.close()))
}
