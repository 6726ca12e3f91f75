import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Json, JsonObject } from './build-order.ts'
import { type Answer, type ReceivedCall, refusal } from './ultracart/answers.ts'
import { answerItems } from './ultracart/items.ts'
import { answerOrders } from './ultracart/orders.ts'
import { answerWebhooks, type WebhookShelf } from './ultracart/webhooks.ts'

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
  /** What the store holds; the counting of calls begins anew with each. */
  setItems(items: readonly JsonObject[]): void
  setOrders(orders: readonly JsonObject[]): void
  /** The store's webhooks as they stand, and UltraCart's log of each; to be changed in place. */
  webhooks: WebhookShelf
  /** Calls whose address begins with this meet 403; `null` lets all through again. */
  forbid(call: { method: string; path: string } | null): void
  /** The call with this number, from 1 and counted from now on, meets this instead. */
  spoil(call: number, mishap: Mishap): void
  close(): Promise<void>
}

const MERCHANT_KEY = '109ee846ee69f50177018ab12f008a00748a25aa28dbdc0177018ab12f008a00'
/** Long enough for two calls to meet. */
const WORK_MS = 5

/**
 * A real HTTP server that plays UltraCart's REST API for items, orders and
 * webhooks, as its public documentation and SDK describe it: simple key, version
 * header, permissions, pages, since, expansions, and 429 for calls at one time.
 */
export async function startUltraCart(): Promise<UltraCartStandIn> {
  const calls: ReceivedCall[] = []
  const mishaps = new Map<number, Mishap>()
  const store: Store = { items: [], orders: [], webhooks: { webhooks: [], logs: new Map() } }
  let forbidden: { method: string; path: string } | null = null
  let [underWay, mostAtOnce] = [0, 0]
  const server = createServer(async (request, response) => {
    underWay += 1
    mostAtOnce = Math.max(mostAtOnce, underWay)
    const isAlone = underWay === 1
    await pause(WORK_MS)
    const call = await toCall(request)
    calls.push(call)
    const mishap = mishaps.get(calls.length)
    response.once('close', () => {
      underWay -= 1
    })
    if (mishap !== undefined) play(mishap, response)
    else if (isAlone) send(response, toAnswer(request, call, { store, forbidden }))
    else send(response, refusal(429, 'concurrent requests are not allowed'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')
  const startAnew = (): void => {
    calls.length = 0
    mishaps.clear()
  }
  return {
    url: `http://127.0.0.1:${address.port}/rest/v2`,
    key: MERCHANT_KEY,
    calls,
    mostAtOnce: () => mostAtOnce,
    webhooks: store.webhooks,
    setItems: (items) => {
      store.items = items
      startAnew()
    },
    setOrders: (orders) => {
      store.orders = orders
      startAnew()
    },
    forbid: (call) => {
      forbidden = call
    },
    spoil: (call, mishap) => mishaps.set(calls.length + call, mishap),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function toCall(request: IncomingMessage): Promise<ReceivedCall> {
  const { url = '/', method = '', headers } = request
  const { pathname, searchParams } = new URL(url, 'http://stand-in')
  const text = (await request.toArray()).join('')
  return {
    method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    key: String(headers['x-ultracart-simple-key'] ?? ''),
    body: text === '' ? null : JSON.parse(text),
  }
}

type Store = {
  items: readonly JsonObject[]
  orders: readonly JsonObject[]
  webhooks: WebhookShelf
}

type Rules = { store: Store; forbidden: { method: string; path: string } | null }

function toAnswer(
  { headers }: IncomingMessage,
  call: ReceivedCall,
  { store, forbidden }: Rules,
): Answer {
  const { method, path, key } = call
  if (key !== MERCHANT_KEY) return refusal(401, 'invalid credentials')
  if (headers['x-ultracart-api-version'] !== '2017-03-01')
    return refusal(400, 'X-UltraCart-Api-Version is missing')
  if (forbidden !== null && method === forbidden.method && path.startsWith(forbidden.path))
    return refusal(403, 'the permission is missing')
  if (method === 'GET' && path === '/rest/v2/item/items') return answerItems(call, store.items)
  if (method === 'GET' && path === '/rest/v2/order/orders') return answerOrders(call, store.orders)
  return answerWebhooks(call, store.webhooks) ?? refusal(404, 'no such resource')
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

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
