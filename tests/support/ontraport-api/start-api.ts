import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Json, JsonObject } from '../build-order.ts'
import { type Behaviour, play } from '../ontraport-behaviour.ts'
import { ApiAccount, type ApiAnswer } from './account.ts'

export type ApiRequest = { method: string; path: string; body: JsonObject; at: number }

/** What goes wrong with a call: it is not done (`instead`), or done and the answer spoilt (`after`). */
export type Fault = { when: 'instead' | 'after'; behaviour: Behaviour } | null

export const API_APP_ID = '2_118_test-app-id'
export const API_KEY = 'api-key-of-the-stand-in-51'

/** ONTRAPORT allows an account 180 calls in any 60 seconds (a public connector's probes; the API's documentation names the headers). */
const LIMIT = 180
const WINDOW_MS = 60_000

export type ApiStandIn = Awaited<ReturnType<typeof startOntraportApi>>

/** A real HTTP server on a port of its own that plays ONTRAPORT's API for one account. */
export async function startOntraportApi({ limit = LIMIT } = {}) {
  const account = new ApiAccount('118')
  const requests: ApiRequest[] = []
  let chooseFault: (request: ApiRequest) => Fault = () => null
  let denied: readonly string[] = []
  /** When each call came, and where those of the last minute begin. */
  const moments: number[] = []
  let firstRecent = 0

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
    const sent = await text(request).catch(() => null)
    if (sent === null) return
    const body: JsonObject = sent === '' ? {} : JSON.parse(sent)
    const call = {
      method: request.method ?? '',
      path: pathname.slice('/1'.length),
      body,
      at: Date.now(),
    }
    requests.push(call)
    moments.push(call.at)
    while ((moments[firstRecent] ?? call.at) <= call.at - WINDOW_MS) firstRecent += 1
    const recent = moments.length - firstRecent
    setLimitHeaders(response, limit, limit - recent)
    if (recent > limit) return send(response, { status: 429, body: 'Too many requests' })
    const { 'api-appid': appId, 'api-key': key } = request.headers
    // A sentence as text/html, not JSON (a public connector's live probes).
    if (appId !== API_APP_ID || key !== API_KEY)
      return send(response, { status: 401, body: 'Your App ID and API key do not authenticate.' })
    if (denied.some((object) => call.path.startsWith(`/${object}`)))
      return send(response, { status: 403, body: 'You do not have permission.' })
    const fault = chooseFault(call)
    if (fault?.when === 'instead') return play(fault.behaviour, response)
    const answer = account.answer(call.method, call.path, searchParams, body)
    if (fault === null) send(response, answer)
    else play(fault.behaviour, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')

  return {
    url: `http://127.0.0.1:${address.port}/1`,
    account,
    requests,
    /** What goes wrong from now on; nothing until told otherwise. */
    failWith: (chooser: (request: ApiRequest) => Fault) => {
      chooseFault = chooser
    },
    /** The objects that the key's owner has no right to. */
    deny: (objects: readonly string[]) => {
      denied = objects
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Seconds until the window is open again (ONTRAPORT's PHP SDK sleeps for them). */
function setLimitHeaders(response: ServerResponse, limit: number, left: number): void {
  response.setHeader('X-Rate-Limit-Limit', limit)
  response.setHeader('X-Rate-Limit-Remaining', Math.max(0, left))
  response.setHeader('X-Rate-Limit-Reset', WINDOW_MS / 1_000)
}

function send(response: ServerResponse, { status, body }: ApiAnswer): void {
  response.writeHead(status, { 'content-type': contentType(body) })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

function contentType(body: Json | string): string {
  return typeof body === 'string' ? 'text/html' : 'application/json'
}
