import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Json, JsonObject } from './build-order.ts'

/** A call as it arrived. */
export type ReceivedCall = { path: string; query: Record<string, string>; key: string }

/** What happens to a call instead of its answer. */
export type Mishap =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: Json }
  | { kind: 'cut' }
  | { kind: 'html' }
  | { kind: 'hang' }

export type UltraCartStandIn = {
  url: string
  key: string
  calls: ReceivedCall[]
  /** The most calls that were under way at one time. */
  mostAtOnce(): number
  setItems(items: readonly JsonObject[]): void
  /** The call with this number, from 1 and counted from now on, meets this instead. */
  spoil(call: number, mishap: Mishap): void
  close(): Promise<void>
}

const MERCHANT_KEY = '109ee846ee69f50177018ab12f008a00748a25aa28dbdc0177018ab12f008a00'
/** UltraCart's documentation gives the default and the most that one page may bring. */
const DEFAULT_LIMIT = 100
const MAX_LIMIT = 2_000
/** Long enough for two calls to meet. */
const WORK_MS = 5

/**
 * A real HTTP server that plays UltraCart's REST API for items, as its public
 * documentation and SDK describe it: simple key, version header, pages, since,
 * expansions, and 429 for calls at one time.
 */
export async function startUltraCart(): Promise<UltraCartStandIn> {
  const calls: ReceivedCall[] = []
  const mishaps = new Map<number, Mishap>()
  let items: readonly JsonObject[] = []
  let [underWay, mostAtOnce] = [0, 0]
  const server = createServer(async (request, response) => {
    underWay += 1
    mostAtOnce = Math.max(mostAtOnce, underWay)
    const isAlone = underWay === 1
    await pause(WORK_MS)
    const call = toCall(request)
    calls.push(call)
    const mishap = mishaps.get(calls.length)
    response.once('close', () => {
      underWay -= 1
    })
    if (mishap !== undefined) play(mishap, response)
    else if (isAlone) send(response, toAnswer(request, call, items))
    else send(response, refusal(429, 'concurrent requests are not allowed'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')
  return {
    url: `http://127.0.0.1:${address.port}/rest/v2`,
    key: MERCHANT_KEY,
    calls,
    mostAtOnce: () => mostAtOnce,
    setItems: (given) => {
      items = given
      calls.length = 0
      mishaps.clear()
    },
    spoil: (call, mishap) => mishaps.set(calls.length + call, mishap),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function toCall({ url = '/', headers }: IncomingMessage): ReceivedCall {
  const { pathname, searchParams } = new URL(url, 'http://stand-in')
  return {
    path: pathname,
    query: Object.fromEntries(searchParams),
    key: String(headers['x-ultracart-simple-key'] ?? ''),
  }
}

type Answer = { status: number; body: Json; headers?: Record<string, string> }

function toAnswer(
  { headers, method }: IncomingMessage,
  { path, query, key }: ReceivedCall,
  items: readonly JsonObject[],
): Answer {
  if (key !== MERCHANT_KEY) return refusal(401, 'invalid credentials')
  if (headers['x-ultracart-api-version'] !== '2017-03-01')
    return refusal(400, 'X-UltraCart-Api-Version is missing')
  if (method !== 'GET' || path !== '/rest/v2/item/items') return refusal(404, 'no such resource')
  const limit = Number(query._limit ?? DEFAULT_LIMIT)
  if (limit > MAX_LIMIT) return refusal(400, `_limit may not exceed ${MAX_LIMIT}`)
  return { status: 200, body: toPage(items, query, limit) }
}

function toPage(
  all: readonly JsonObject[],
  query: Record<string, string>,
  limit: number,
): JsonObject {
  const since = Date.parse(query._since ?? '')
  const wanted = all.filter(
    (item) => Number.isNaN(since) || Date.parse(String(item.last_modified_dts)) >= since,
  )
  const offset = Number(query._offset ?? 0)
  const page = wanted.slice(offset, offset + limit)
  const expansions = (query._expand ?? '').split(',')
  return {
    items: page.map((item) => expand(item, expansions)),
    metadata: {
      payload_name: 'items',
      result_set: {
        count: page.length,
        limit,
        more: offset + page.length < wanted.length,
        next_offset: offset + page.length,
        offset,
        total_records: wanted.length,
      },
    },
    success: true,
  }
}

const PARTS = ['accounting', 'auto_order', 'content', 'identifiers', 'pricing', 'tax']

/** An item without the parts that were not asked for. */
function expand(item: JsonObject, expansions: readonly string[]): JsonObject {
  const kept = Object.fromEntries(
    Object.entries(item).filter(([name]) => !PARTS.includes(name) || expansions.includes(name)),
  )
  const { content } = kept
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return kept
  const { attributes = null, ...rest } = content
  return expansions.includes('content.attributes')
    ? { ...kept, content: { ...rest, attributes } }
    : { ...kept, content: rest }
}

function play(mishap: Mishap, response: ServerResponse): void {
  switch (mishap.kind) {
    case 'status':
      send(response, { ...refusal(mishap.status, `HTTP ${mishap.status}`), ...mishap })
      break
    case 'cut':
      response.socket?.resetAndDestroy()
      break
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Maintenance</h1>')
      break
    case 'hang':
      break
  }
}

function refusal(status: number, message: string): Answer {
  const error = { developer_message: message, user_message: message }
  return { status, body: { error, metadata: {} } }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
