import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { accept, type Behaviour, type CutMoment, play } from './ontraport-behaviour.ts'

export type ReceivedRequest = {
  /** Without the query. */
  path: string
  /** The `account_id` of the query, decoded. */
  key: string
  contentType: string
  body: string
  at: Date
}

type Chooser = (request: ReceivedRequest) => Behaviour

export type OntraportStandIn = {
  url: string
  received: ReceivedRequest[]
  /** What happens to the requests from now on; all are accepted until told otherwise. */
  respond(next: Behaviour | Chooser): void
  /** Resolves once this many requests have arrived; rejects with what did when they do not come in time. */
  waitFor(count: number, timeoutMs?: number): Promise<ReceivedRequest[]>
  close(): Promise<void>
}

/** A real HTTP server on a port of its own that plays ONTRAPORT's receiver. */
export async function startOntraport(): Promise<OntraportStandIn> {
  const received: ReceivedRequest[] = []
  const arrivals = new EventEmitter().setMaxListeners(0)
  let next: Behaviour | Chooser = accept

  const server = createServer(async (request, response) => {
    if (cuts(next, 'within-request')) await once(request, 'data')
    const isReadOn = !cuts(next, 'before-reading') && !cuts(next, 'within-request')
    const body = isReadOn ? await readBody(request) : ''
    if (body === null) return
    const arrived = toReceived(request, body)
    received.push(arrived)
    const behaviour = typeof next === 'function' ? next(arrived) : next
    arrivals.emit('arrival')
    play(behaviour, response)
  })

  return {
    url: await listen(server),
    received,
    respond: (behaviour) => {
      next = behaviour
    },
    waitFor: (count, timeoutMs = 10_000) => waitForArrivals(received, arrivals, count, timeoutMs),
    close: () => stop(server),
  }
}

function cuts(next: Behaviour | Chooser, when: CutMoment): boolean {
  return typeof next !== 'function' && next.kind === 'cut' && next.when === when
}

/** `null` when the client gave up before its body was complete. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  try {
    return await text(request)
  } catch (error) {
    if (request.destroyed) return null
    throw error
  }
}

function toReceived({ url = '/', headers }: IncomingMessage, body: string): ReceivedRequest {
  const { pathname, searchParams } = new URL(url, 'http://stand-in')
  return {
    path: pathname,
    key: searchParams.get('account_id') ?? '',
    contentType: headers['content-type'] ?? '',
    body,
    at: new Date(),
  }
}

async function waitForArrivals(
  received: ReceivedRequest[],
  arrivals: EventEmitter,
  count: number,
  timeoutMs: number,
): Promise<ReceivedRequest[]> {
  const signal = AbortSignal.timeout(timeoutMs)
  while (received.length < count) {
    try {
      await once(arrivals, 'arrival', { signal })
    } catch (cause) {
      throw new Error(
        `ONTRAPORT got ${received.length} of ${count} requests within ${timeoutMs} ms.`,
        { cause },
      )
    }
  }
  return received
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')
  return `http://127.0.0.1:${address.port}`
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
