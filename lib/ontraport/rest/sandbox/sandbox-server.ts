import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { SandboxAnswer } from '#lib/domain/sandbox.ts'
import { makeSecret } from '#lib/secrets.ts'
import type { ApiAccess } from '../account.ts'
import { parseJson } from '../parse-json.ts'
import { answerAsAccount, type SandboxStore } from './sandbox-account.ts'
import type { SandboxAnswerBody } from './sandbox-call.ts'

/** How the account inside the product is called where else an address stands. */
export const SANDBOX_API_URL = 'sandbox:api.ontraport.com/1'

const CREDENTIALS = { appId: makeSecret(), key: makeSecret() }

type Guest = { store: SandboxStore; answer: SandboxAnswer }

const guests = new Map<string, Guest>()
let running: Promise<{ url: string }> | null = null

/**
 * Opens ONTRAPORT's API inside the product for one message: a real socket that
 * this process listens on, on its own machine alone, so that calls, limits of
 * time and the log are the same as live. `close` ends the access again.
 */
export async function openSandboxApi(
  guest: Guest,
): Promise<{ access: ApiAccess; close: () => void }> {
  running ??= listen().catch((error) => {
    running = null
    throw error
  })
  const { url } = await running
  const name = makeSecret()
  guests.set(name, guest)
  return {
    access: { baseUrl: `${url}/${name}/1`, ...CREDENTIALS },
    close: () => guests.delete(name),
  }
}

async function listen(): Promise<{ url: string }> {
  const server = createServer((request, response) => void serve(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  server.unref()
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')
  return { url: `http://127.0.0.1:${address.port}` }
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sent = await text(request).catch(() => null)
  if (sent === null) return
  const answer = await answerCall(request, sent).catch(() => ({
    status: 500,
    body: 'The sandbox has a fault of its own.',
  }))
  // Later than anybody waits.
  if (answer === null) return
  const isText = typeof answer.body === 'string'
  response.writeHead(answer.status, { 'content-type': isText ? 'text/html' : 'application/json' })
  response.end(isText ? answer.body : JSON.stringify(answer.body))
}

async function answerCall(
  { method = 'GET', url = '/', headers }: IncomingMessage,
  sent: string,
): Promise<SandboxAnswerBody | null> {
  const { pathname, searchParams } = new URL(url, 'http://sandbox')
  const [, name = '', , ...path] = pathname.split('/')
  const guest = guests.get(name)
  if (guest === undefined) return { status: 404, body: 'Object not found' }
  // Both headers are needed (the API's documentation); a sentence, not JSON (a public connector's probes).
  if (headers['api-appid'] !== CREDENTIALS.appId || headers['api-key'] !== CREDENTIALS.key)
    return { status: 401, body: 'Your App ID and API key do not authenticate.' }
  switch (guest.answer) {
    case 'accept':
      return answerAsAccount(guest.store, {
        ...{ method, path: `/${path.join('/')}`, query: searchParams, body: readSent(sent) },
      })
    case 'refuse-in-200':
      // The API refuses by its code: 422 for a field that it does not take.
      return { status: 422, body: 'The sandbox refuses: Invalid value for field: email' }
    case '403':
      return { status: 403, body: 'The sandbox turns the key away: no permission.' }
    case '500':
      return { status: 500, body: 'The sandbox plays a fault of its own.' }
    case 'slow':
      return null
  }
}

function readSent(sent: string): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).safeParse(parseJson(sent)).data ?? {}
}
