import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

export type Arrival = { count: number; at: number }

export type CountingReceiver = {
  url: string
  /** How often and when each order arrived, by its id; `at` as `performance.now()` has it. */
  arrivals: Map<string, Arrival>
  /** Resolves once all of these orders have arrived; rejects when none has come for half a minute. */
  waitForAll(orderIds: readonly string[]): Promise<void>
  /** From now on requests with this key get no answer; with `null` all get one. */
  hangFor(key: string | null): void
  close(): Promise<void>
}

const GIVE_UP_AFTER_MS = 30_000
const LOOK_EVERY_MS = 5

/** A server that takes what is sent to ONTRAPORT, accepts it and keeps nothing but the order's id. */
export async function startCountingReceiver(): Promise<CountingReceiver> {
  const arrivals = new Map<string, Arrival>()
  let hangingKey: string | null = null
  const server = createServer(async (request, response) => {
    if (hangingKey !== null && request.url?.endsWith(`account_id=${hangingKey}`)) return
    const id = orderIdIn(await readBody(request))
    const { count = 0, at = performance.now() } = arrivals.get(id) ?? {}
    arrivals.set(id, { count: count + 1, at })
    response.end('OK')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    arrivals,
    waitForAll: (orderIds) => waitForAll(arrivals, orderIds),
    hangFor: (key) => {
      hangingKey = key
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  request.setEncoding('utf8')
  for await (const piece of request) body += piece
  return body
}

function orderIdIn(body: string): string {
  return /<order_id>([^<]+)/.exec(body)?.[1] ?? ''
}

async function waitForAll(
  arrivals: ReadonlyMap<string, Arrival>,
  orderIds: readonly string[],
): Promise<void> {
  let missing = [...orderIds]
  let lastProgress = performance.now()
  while (missing.length > 0) {
    const left = missing.filter((id) => !arrivals.has(id))
    if (left.length < missing.length) lastProgress = performance.now()
    if (performance.now() - lastProgress > GIVE_UP_AFTER_MS)
      throw new Error(`${left.length} of ${orderIds.length} orders never arrived: ${left[0]} …`)
    missing = left
    await wait(LOOK_EVERY_MS)
  }
}
